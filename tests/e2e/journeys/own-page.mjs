// Our own page: the static first screen, browser Back, query parameters, marks on cards and ticks in the plan, quiet after ready.
import { strict as assert } from 'node:assert';
import { PEOPLE } from '../answers.mjs';
import { SUBPATH } from '../server.mjs';
import { printed } from '../paper.mjs';
import { action, expectScreen, ready, toDetail, toQuestion, toResults, toReview } from '../walk.mjs';

const person = PEOPLE.citizen;

const button = (id, name) => `[data-platform="${id}"] [data-action="${name}"]`;

export default {
  'static-first-screen': async test => {
    // Before the app is there: wasm is held back for a moment, the static screen is answered.
    const { page } = test;
    const release = test.hold(/\.wasm$/);
    await test.load(`${test.site.base}index.html`);
    const early = await page.until('the static first screen', () => { const s = P.state(); return s.screen === 'welcome' && s; });
    assert.deepEqual([early.question, early.inShadow, early.screens], ['audience', false, 1], 'the static page holds the first question');
    await page.check('audience', 'enterprise');
    await page.click('[data-action="next"]');
    release();
    const state = await page.until('the next question once the app is there', () => { const s = P.state(); return s.inShadow && s.screen === 'question' && s; });
    assert.equal(state.screens, 1, 'the static screen is gone');
    assert.deepEqual((await action(page, 'back')).checked, ['enterprise'], 'the early answer was kept');
  },

  'static-next-before-script': Object.assign(async test => {
    // *Next* is tapped while our script itself is still on its way: only a style can remember that, so it takes a real finger.
    const { page } = test;
    const release = test.hold(/\/page-[^/]*\.js$/);
    await test.load(`${test.site.base}index.html`);
    await page.until('the static first screen', () => P.state().screen === 'welcome');
    await page.check('audience', 'cooperative');
    await page.tab.locator('[data-action="next"]').click({ delay: 80 });
    assert.equal(await page.eval(() => !!customElements.get('buoc-so')), false, 'the script was not there yet');
    release();
    const state = await page.until('the next question once the app is there', () => { const s = P.state(); return s.inShadow && s.screen === 'question' && s; });
    assert.equal(state.screens, 1, 'the static screen is gone');
    assert.deepEqual((await action(page, 'back')).checked, ['cooperative'], 'the early answer was kept');
  }, { engines: ['chromium'] }),

  'static-answer-taken-over': async test => {
    const { page } = test;
    const release = test.hold(/\.wasm$/);
    await test.load(`${test.site.base}index.html`);
    await page.until('the static first screen', () => P.state().screen === 'welcome');
    await page.check('audience', 'cooperative');
    await page.eval(() => { P.find('input[name="audience"][value="cooperative"]').focus(); });
    release();
    const state = await ready(page);
    assert.deepEqual([state.screen, state.checked], ['welcome', ['cooperative']], 'the answer is there after the take-over');
    assert.equal(await page.eval(() => P.focused().value), 'cooperative', 'and the focus');
    assert.equal(await page.eval(() => document.querySelectorAll('buoc-so [data-screen], body > [data-screen]').length), 0, 'the static screen is removed');
  },

  'print-view': async test => {
    const { page } = test;
    await test.own();
    await toResults(page, person);
    await expectScreen(page, 'plan', 'plan');
    await printed(test, '[data-step]');
    test.shows('own page', 'print view');
  },

  'browser-back': async test => {
    const { page } = test;
    await test.own();
    await toReview(page, person);
    await expectScreen(page, 'results', 'results');
    await expectScreen(page, 'plan', 'plan');
    for (const screen of ['results', 'review', 'question']) {
      await page.back();
      await page.until(`browser Back to ${screen}`, wanted => P.state().screen === wanted, [screen]);
    }
    assert.equal((await page.state()).screens, 1);
  },

  'quiet-after-ready': async test => {
    // What is asked for after ready, and every other rule on requests, is checked after every journey; here the log must not be empty.
    const { page } = test;
    await test.own('', test.site.sub);
    await toResults(page, person);
    await expectScreen(page, 'plan', 'plan');
    await page.harvest();
    assert.ok(page.quiet.length === 1 && page.quiet[0][1] > page.quiet[0][0], 'there was a quiet time to look at');
    assert.ok(test.site.log.some(entry => entry.path.endsWith('.wasm')), 'and the log saw the wasm');
    assert.ok(test.site.log.every(entry => entry.path.startsWith(SUBPATH)), 'all of it under the path of the page');
  },

  'query-parameters': async test => {
    const { page } = test;
    const state = await test.own('?lang=en&theme=dark&start=tax&province=40&save=off&unknown=1&mode=x');
    assert.equal(state.lang, 'en');
    assert.equal(state.theme, 'dark');
    await toQuestion(page, PEOPLE['household-business'], 'needs');
    assert.deepEqual((await page.state()).checked, ['tax'], 'start is ticked beforehand');
    const { asked } = await toReview(page, PEOPLE['household-business']);
    assert.ok(!asked.includes('province'), 'a given province is not asked');
  },

  'query-unknown-values': async test => {
    const state = await test.own('?lang=xx&theme=pink&start=fly&province=99&save=always');
    assert.deepEqual([state.screen, state.lang], ['welcome', 'vi'], 'unknown values are ignored');
  },

  'marks-on-cards': async test => {
    const { page } = test;
    await test.own();
    await toResults(page, person);
    const cards = await page.eval(() => Array.from(new Set(P.all('[data-platform][data-status] [data-action="use"]').filter(P.visible)
      .map(el => P.closest(el, x => x.getAttribute('data-platform') !== null).getAttribute('data-platform')))));
    assert.ok(cards.length > 0, 'a card on the results can be marked as in use');
    await page.click(button(cards[0], 'use'));
    await page.until(`${cards[0]} in use`, id => P.find('[data-platform="' + id + '"][data-status="using"]') !== null, [cards[0]]);
    assert.equal((await page.state()).screen, 'results');
    await toDetail(page, cards[0]);
    await action(page, 'back');
    await page.click(button(cards[0], 'use'));
    await page.until(`${cards[0]} not in use again`, id => P.find('[data-platform="' + id + '"][data-status="using"]') === null, [cards[0]]);
  },

  'marks-want-and-hide': async test => {
    const { page } = test;
    await test.own();
    await toResults(page, person);
    const all = await page.eval(() => P.platforms());
    await expectScreen(page, 'plan', 'plan');
    const steps = await page.eval(() => P.steps());
    await action(page, 'back');
    const other = all.find(row => (row.status === 'ready' || row.status === 'after') && !steps.includes(row.id));
    assert.ok(other, 'there is a platform that the plan does not hold yet');
    await toDetail(page, other.id);
    await page.click('[data-action="want"]');
    await action(page, 'back');
    await expectScreen(page, 'plan', 'plan');
    assert.ok((await page.eval(() => P.steps())).includes(other.id), 'what is wanted stands in the plan');
    await action(page, 'back');
    const first = all.find(row => row.status === 'ready' || row.status === 'after');
    await toDetail(page, first.id);
    await page.click('[data-action="hide-card"]');
    if ((await page.state()).screen === 'detail') await action(page, 'back');
    assert.notEqual((await page.eval(() => P.platforms()))[0].id, first.id, 'what is not for me does not come first');
  },

  'ticks-in-the-plan': async test => {
    const { page } = test;
    await test.own();
    await toResults(page, person);
    await expectScreen(page, 'plan', 'plan');
    const steps = await page.eval(() => P.steps());
    const tick = `[data-step="${steps[0]}"] [data-action="tick"]`;
    const ticked = () => page.eval(s => { const el = P.find(s); return el.type === 'checkbox' ? el.checked : el.getAttribute('aria-pressed') === 'true'; }, tick);
    assert.equal(await ticked(), false);
    await page.click(tick);
    await page.until('the tick', s => { const el = P.find(s); return el.type === 'checkbox' ? el.checked : el.getAttribute('aria-pressed') === 'true'; }, [tick]);
    assert.deepEqual(await page.eval(() => P.steps()), steps, 'a tick keeps the steps in their places');
    await page.until('something kept', async () => (await P.kept()).device > 0);
    await test.reload();
    await ready(page);
    let state = await action(page, 'resume');
    if (state.question) ({ state } = await toReview(page, person));
    if (state.screen === 'review') state = await expectScreen(page, 'results', 'results');
    if (state.screen === 'results') await expectScreen(page, 'plan', 'plan');
    assert.equal(await ticked(), true, 'the tick is there after a reload');
  },

  'counts-agree': async test => {
    const { page } = test;
    await test.own();
    await toResults(page, PEOPLE['household-business']);
    const counts = await page.eval(() => P.counts());
    await page.harvest();
    const result = page.events.filter(event => event.name === 'result').pop();
    assert.ok(result, 'buoc-so:result was raised');
    assert.equal(result.detail.audience, 'household-business');
    for (const key of ['ready', 'after', 'maybe'].filter(key => counts[key] !== undefined))
      assert.equal(counts[key], String(result.detail[key]), `data-count ${key} and buoc-so:result agree`);
    const screens = page.events.filter(event => event.name === 'screen').map(event => event.detail.screen);
    assert.deepEqual([...new Set(screens)].slice(-3), ['question', 'review', 'results'], 'buoc-so:screen names each screen');
  },
};
