// Browser translation and extensions: texts wrapped, replaced, split, merged, removed, foreign nodes between ours, on every screen,
// all the time, between tap and redraw, and late. Each run must show what the same run showed untouched.
import { strict as assert } from 'node:assert';
import { PEOPLE } from '../answers.mjs';
import { tapThrough } from '../tapper.mjs';
import { action, ready, toQuestion } from '../walk.mjs';

const person = PEOPLE.enterprise;
const MODES = ['font', 'wrap', 'replace', 'data', 'split', 'normalize', 'foreign', 'around', 'late', 'remove'];
/** Enough for the engines between the oldest and the newest, and for the slowest driver. */
const FEW = ['font', 'normalize', 'around', 'late'];

/** In the page: every screen and every panel once, from the welcome screen back to it. */
async function everyScreen(W, people, panels, mode) {
  const { mark } = window.__rewrite, told = window.__told, run = [], wrong = [];
  let touched = 0;
  const fakes = { print: window.print, copied: 0 };
  window.print = () => {};
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: () => Promise.resolve() } });
  W.look = async name => {
    const seen = W.seen(mark), at = run.push(Object.assign(seen, { name })) - 1;
    const box = P.shadow();
    seen.raw = box.textContent.length + 100000 * document.createTreeWalker(box, NodeFilter.SHOW_ALL).root.querySelectorAll('*').length;
    seen.parts = (() => { const walk = document.createTreeWalker(box, NodeFilter.SHOW_ALL); let n = 0; while (walk.nextNode()) n += 1; return n; })();
    if (!told) return;
    const same = told[at] || {};
    if (same.raw !== seen.raw || same.parts !== seen.parts) touched += 1;
    const keys = ['name', 'hooks', 'fields', 'screens', 'lang'].concat(mode === 'remove' ? [] : 'text', mode === 'around' ? [] : 'focus');
    keys.forEach(key => {
      const [a, b] = [same[key], seen[key]].map(value => (typeof value === 'string' ? value : JSON.stringify(value) || ''));
      let from = 0;
      while (from < a.length && a[from] === b[from]) from += 1;
      if (a !== b) wrong.push(name + ': ' + key + ' was …' + a.slice(Math.max(0, from - 20), from + 60) + '… and is …' + b.slice(Math.max(0, from - 20), from + 60) + '…');
    });
  };
  window.__rewrite.start(mode);
  const twice = async (what, name) => { await W.tap(what, name); await W.tap(what, name + ' again'); };
  const pressed = action => 'main [data-action="' + action + '"]';

  await W.look('welcome');
  await W.act('next', 'welcome: nothing chosen');
  await W.toReview(people, async question => {
    const choices = P.choices(question);
    if (question === 'device' || question === 'money') await W.act('next', question + ': nothing chosen');
    if (question === 'money' || question === 'needs') for (const choice of choices.slice(0, 4)) await W.choose(question, choice);
    if (question === 'needs') for (const choice of choices.slice(0, 3)) await W.choose(question, choice);
    if (question === 'money') for (const choice of P.checked(question)) await W.choose(question, choice);
    if (question === 'vneid') await twice('header [data-action="language"]', 'language');
    if (P.find('#seek')) { await W.type('h', 'found'); await W.type('', 'all'); }
  });
  await W.tap(P.editButton('vneid'), 'edit');
  await W.act('next', 'edited');
  await W.act('results');
  await W.unfold('results unfolded');
  for (const set of P.all('[data-check] fieldset')) await W.choose(set.getAttribute('data-question'), set.querySelectorAll('input')[1].value);
  await twice('.cards [data-action="use"]', 'in use');
  for (const panel of panels) { await W.act(panel); await W.drawn(10); await W.look(panel); }
  await W.act('close');
  await W.tap('.cards [data-action="open"]', 'detail');
  for (const mark of ['use', 'want', 'hide-card']) await twice(pressed(mark), mark);
  await W.act('report');
  await W.act('back', 'results again');
  await W.act('plan');
  for (const tick of P.all('[data-action="tick"]').slice(0, 2)) await W.tap(tick, 'tick');
  await W.tap('[data-action="tick"]', 'no tick');
  await W.act('copy', 'plan: copy');
  await W.act('back', 'from the plan');
  await W.act('about');
  await W.act('settings');
  for (const name of ['text-size', 'theme', 'other', 'language']) {
    const all = P.all('main [data-action="' + name + '"]'), was = all.filter(el => el.getAttribute('aria-pressed') === 'true')[0];
    for (const el of all) await W.tap(P.all('main [data-action="' + name + '"]')[all.indexOf(el)], name);
    await W.tap(P.all('main [data-action="' + name + '"]')[all.indexOf(was)], name + ' as before');
  }
  await W.act('wipe', 'wiped');
  window.__rewrite.stop();
  window.print = fakes.print;
  if (!told) window.__told = run;
  return { stops: run.length, touched, wrong: wrong.slice(0, 6), screens: run.map(one => one.name) };
}

export default {
  'rewritten-everywhere': async test => {
    const { page } = test;
    test.site.inject.push('rewrite.js');
    // Firefox tells <details> of its `toggle` even after it has been taken out, within a tap by script; its closure is gone by then.
    if (test.engine.name === 'firefox') test.expected.push(/closure invoked recursively or after being dropped/);
    await test.own();
    await tapThrough(page, async W => { await W.act('about'); await W.act('settings'); await W.act('wipe'); });
    // The headless shell of Chromium 73 falls down when a canvas is drawn, also without any rewriting.
    const panels = ['copy', 'qr', 'save-image', 'print'].filter(name => name !== 'save-image' || test.engine.name !== 'chromium-73');
    const plain = await tapThrough(page, everyScreen, person, panels, '');
    assert.ok(plain.stops > 60, `the untouched run has ${plain.stops} stops`);
    for (const mode of /-(73|80|92)$|webkit/.test(test.engine.name) ? FEW : MODES) {
      const run = await tapThrough(page, everyScreen, person, panels, mode);
      assert.deepEqual(run.wrong, [], `${mode}: what is shown is what the untouched run showed`);
      assert.equal(run.stops, plain.stops, `${mode}: as many stops`);
      assert.ok(run.touched > plain.stops / 2, `${mode}: the page was really rewritten (${run.touched} of ${run.stops} stops)`);
    }
  },

  'rewritten-before-take-over': async test => {
    // From the first byte on: the static screen is translated, too, with the language and the class that Chrome sets.
    const { page } = test;
    test.site.inject.push('rewrite.js?font');
    const release = test.hold(/\.wasm$/);
    await test.load(`${test.site.base}index.html`);
    await page.until('the translated static screen', () => P.state().screen === 'welcome' && document.querySelectorAll('[data-static] font font').length > 10);
    await page.check('audience', 'enterprise');
    await page.click('[data-action="next"]');
    release();
    await page.until('the next question once the app is there', () => { const s = P.state(); return s.inShadow && s.screens === 1 && s.screen === 'question'; });
    assert.deepEqual((await action(page, 'back')).checked, ['enterprise'], 'the early answer was kept');
    await ready(page);
    await toQuestion(page, person, 'money');
    await page.click('[data-action="next"]');
    await page.until('the message', () => { const e = P.firstVisible('[role="alert"]'); return e && e.textContent.trim().length > 0; });
  },
};
