// A person went away: counted down in sight, stopped by a touch, else wiped and not counted. And a page that is left and comes back.
import { strict as assert } from 'node:assert';
import { PEOPLE } from '../answers.mjs';
import { wholePage } from '../leftovers.mjs';
import { begin, counted, finish, next, tapAll, untilPart } from '../outreach.mjs';
import { tapThrough } from '../tapper.mjs';

const some = page => tapThrough(page, async (W, people) => { for (let i = 0; i < 3; i++) await W.answer(people); }, PEOPLE.citizen);
const touched = page => page.eval(() => { document.body.dispatchEvent(new MouseEvent('mousedown', { bubbles: true })); });
const countdown = page => page.until('the countdown', () => { const el = P.firstVisible('[data-idle]'); return el && Number(el.getAttribute('data-idle')); }, [], 6000);

async function started(test) {
  test.site.inject.push('fast-seconds.js');
  await begin(test);
  await next(test.page);
  const fresh = await test.page.eval(wholePage);
  await some(test.page);
  return fresh;
}

export default {
  'outreach-idle': async test => {
    const { page } = test;
    await started(test);
    await page.eval(() => { window.__fast = true; });
    const first = await countdown(page);
    assert.ok(first <= 30 && first > 0, `the last half minute is in sight: ${first}`);
    const second = await page.until('it goes down', was => { const el = P.find('[data-idle]'); const now = el && Number(el.getAttribute('data-idle')); return now && now < was ? now : null; }, [first]);
    assert.ok(second > 0);
    await page.eval(() => { window.__still = true; });
    await touched(page);
    await page.until('a touch stops it', () => !P.find('[data-idle]'));
    assert.equal((await page.state()).screen, 'question', 'the person is still there');
    await page.eval(() => { window.__still = false; window.__mark = true; });
    await page.until('wiped, and loaded anew', () => !window.__mark && P.state().ready && P.screens()[0].getAttribute('data-part') === 'between', [], 3 * page.patience);
    assert.equal(await counted(page), 0, 'not counted');
    await next(page);
    await finish(page);
    assert.equal(await counted(page), 0);
    // Between two persons nothing is on the screen that could be wiped.
    await page.eval(() => { window.__fast = true; });
    await page.eval(() => new Promise(done => setTimeout(done, 3500)));
    assert.equal(await page.eval(() => P.all('[data-idle]').length), 0, 'no countdown with nobody there');
    // What was ticked for a person is a person's, too.
    await tapAll(page, { by_skill: 'online-payment' });
    await page.eval(() => { window.__mark = true; });
    await countdown(page);
    await page.until('wiped, and loaded anew', () => !window.__mark && P.screens().length === 1 && P.state().inShadow && P.state().ready && P.all('input').filter(input => input.checked).length === 0, [], 3 * page.patience);
    assert.equal(await counted(page), 0, 'not counted');
  },

  'outreach-left': async test => {
    const { page } = test;
    const fresh = await started(test);
    // Left for another page and back: from the browser's memory or anew, nothing of the person is there.
    await page.goto(`${test.site.base}robots.txt`);
    await page.eval(() => { history.back(); }).catch(() => {});
    await page.until('the page again', () => P.screens().length === 1 && P.state().inShadow && P.state().ready, [], 3 * page.patience);
    await page.until('nothing of the person', () => P.all('input').filter(input => input.checked).length === 0 && P.state().screen === 'welcome');
    const html = await page.eval(wholePage);
    assert.deepEqual(html.filter((line, place) => line !== fresh[place]), [], 'the page of somebody who has not begun');
    assert.equal(await finish(page), 0, 'not counted');
  },

  'outreach-left-empty-first': async test => {
    const { page } = test;
    await started(test);
    // The picture that a browser keeps of a page is taken after `pagehide`.
    const left = await page.eval(() => {
      window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
      return P.shadow().textContent.trim() + P.all('input').filter(input => input.checked).length;
    });
    assert.ok(!/[1-9]$/.test(left), 'nothing is ticked any more');
    await page.eval(() => { window.__mark = true; window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })); });
    await page.until('loaded anew', () => !window.__mark && P.state().ready && P.screens().length === 1, [], 3 * page.patience);
    assert.equal((await page.state()).screen, 'welcome');
    await untilPart(page, 'welcome');
    assert.deepEqual(await page.eval(() => P.all('input').filter(input => input.checked).length), 0);
  },

  'outreach-dropped': async test => {
    const { page } = test;
    await started(test);
    await page.eval(() => { window.__mark = true; });
    await page.click('[data-action="wipe"]');
    await page.until('dropped, and loaded anew', () => !window.__mark && P.state().ready && P.screens().length === 1 && P.screens()[0].getAttribute('data-part') === 'between', [], 3 * page.patience);
    assert.equal(await counted(page), 0, 'not counted');
  },
};
