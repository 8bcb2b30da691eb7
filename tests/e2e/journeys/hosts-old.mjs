// Pages that have grown for fifteen years: extended built-ins, AMD, old jQuery; right-to-left; a table in a dialog.
import { strict as assert } from 'node:assert';
import { PEOPLE } from '../answers.mjs';
import { inHost } from '../hosts.mjs';
import { POLICIES } from '../server.mjs';
import { tapThrough } from '../tapper.mjs';
import { action, expectScreen, ready, toQuestion, toResults } from '../walk.mjs';

const person = PEOPLE.citizen;

/** Everything that reads or writes a list: answers, review, cards, plan, ways of carrying away. */
const everywhere = page => tapThrough(page, async (W, people) => {
  await W.toReview(people);
  for (const act of ['results', 'plan', 'qr', 'back', 'review', 'results', 'settings', 'back', 'about', 'back']) await W.act(act);
  return { screen: W.screen(), platforms: P.platforms().length };
}, person);

export const engines = ['chromium', 'chromium-64', 'firefox', 'webkit'];
export default {
  'hosts-worst-libraries': async test => {
    const { page } = test;
    await inHost(test, 'worst');
    const { screen, platforms } = await everywhere(page);
    assert.deepEqual([screen, platforms > 20], ['results', true]);
    assert.equal(await page.eval(() => { const all = []; for (const key in window.__bs.events) all.push(key); return all.includes('each'); }), true, 'the page is as bad as it says');
  },

  'hosts-worst-libraries-kept': async test => {
    const { page } = test;
    // `Array.prototype.toJSON` spoils what JSON.stringify says: answers come back or do not, but the tool starts.
    await inHost(test, 'worst', { vars: { more: 'save="session"' } });
    await toQuestion(page, person, 'needs');
    await page.reload();
    const { screen, question, actions } = await ready(page);
    assert.ok(question === 'needs' || (screen === 'welcome' && actions.includes('next')), `on ${screen} ${question}`);
    assert.deepEqual((await everywhere(page)).screen, 'results');
  },

  'hosts-strict-base': async test => {
    const { page } = test;
    if (!test.engine.wasmPolicy) return;
    await inHost(test, 'base', { csp: POLICIES['strict-trusted-types'] });
    await toResults(page, person);
    assert.equal(test.portal.log.filter(entry => !/^\/(hosts|lib)\//.test(entry.path)).length, 0, 'nothing is looked for at the base of the page');
  },

  'hosts-rtl': async test => {
    const { page } = test;
    await inHost(test, 'base', { vars: { dir: 'rtl' } });
    const directions = () => page.eval(() => P.all('*').filter(el => getComputedStyle(el).direction !== 'ltr' && !/^(SLOT|LINK)$/.test(el.tagName)).length);
    assert.equal(await directions(), 0, 'left to right');
    const place = await page.eval(() => { const box = P.find('h1').getBoundingClientRect(), whole = P.host().getBoundingClientRect(); return box.left - whole.left; });
    assert.ok(place < 60, `the heading begins on the left: ${place}`);
    await toResults(page, person);
    assert.equal(await directions(), 0);
    assert.deepEqual(await page.eval(() => P.sideways()), []);
  },

  'hosts-dialog': async test => {
    const { page } = test;
    await inHost(test, 'modal');
    assert.equal(await page.eval(() => P.visible(P.host())), false, 'loaded while nobody sees it');
    const open = async () => { await page.eval(() => { document.getElementById('open').click(); }); await page.until('seen', () => P.visible(P.find('h1'))); };
    const state = () => page.eval(() => { const s = P.state(); return [s.screen, s.question, s.checked]; });
    await open();
    assert.equal(await page.eval(() => document.activeElement.id), 'dialog', 'focus is where the dialog put it');
    await toQuestion(page, person, 'internet');
    await page.check('internet', person.internet);
    const before = await state();
    await page.eval(() => { document.getElementById('close').click(); });
    await open();
    assert.deepEqual(await state(), before, 'closed and opened: nothing is lost');
    await action(page, 'next');
    assert.equal((await page.state()).focusOnHeading, true, 'the dialog leaves the focus with us');
    if (page.press) {
      await page.press('Tab');
      assert.equal(await page.eval(() => document.activeElement.tagName), 'BUOC-SO', 'Tab goes on inside');
    }
    await toResults(page, person);
    await expectScreen(page, 'plan', 'plan');
    assert.deepEqual(await page.eval(() => { const box = document.getElementById('dialog'); return [box.scrollWidth - box.clientWidth, document.documentElement.scrollWidth - innerWidth]; }).then(found => found.map(over => over <= 0)), [true, true], 'a narrow cell makes nothing scroll sideways');
  },
};
