// In-app browsers and old WebViews: capabilities missing, refused or silent, singly and all together. A whole run each time;
// every button that is shown leads to something that can be seen.
import { strict as assert } from 'node:assert';
import { PEOPLE } from '../answers.mjs';
import { tapThrough } from '../tapper.mjs';

const person = PEOPLE['household-business'];
/** What the program looks for when it starts, and what it looks for at a tap. */
const AT_START = ['storage', 'storage-throws', 'history', 'history-throws', 'speech-throws', 'speech-half', 'popstate', 'intl', 'media', 'media-throws', 'observers', 'frames',
  'frames-slow', 'worker', 'worker-throws', 'crypto', 'crypto-throws', 'clock', 'language'];
const AT_A_TAP = ['share', 'share-throws', 'share-rejects', 'share-silent', 'clipboard', 'clipboard-throws', 'clipboard-rejects', 'clipboard-never', 'print', 'print-throws',
  'speech', 'speech-empty', 'canvas', 'canvas-throws', 'picture', 'picture-throws', 'dialogs', 'dialogs-throw', 'windows', 'windows-throw'];

/** In the page: taps every way of carrying away that is offered and notes in `wrong` what leads to nothing that is seen. */
async function carryAll(W, wrong, tapped) {
  const offered = () => P.all('.carry [data-action], [data-action="report"]').filter(P.visible).map(el => el.getAttribute('data-action'));
  const says = () => ['[role="status"].say', '.panel'].map(at => P.all(at).filter(P.visible).map(el => el.textContent + Array.from(el.querySelectorAll('textarea, img, svg')).map(x => x.tagName + (x.value || '').length)).join('')).join('|');
  const native = window.print;
  // A real print window would wait for somebody.
  if (/native code/.test(String(native))) window.print = () => {};
  for (const action of offered()) {
    const close = P.find('[data-action="close"]');
    if (close) await W.tap(close);
    const before = says();
    tapped.push(action);
    await W.act(action);
    for (let i = 0; i < 20 && says() === before; i++) await W.drawn(10);
    if (says() === before) wrong.push(action + ' on ' + W.screen() + ': nothing is seen');
  }
  const shares = typeof navigator.share === 'function', speaks = !!P.firstVisible('header [data-action="speak"]');
  if (W.screen() !== 'detail' && (offered().indexOf('share') >= 0) !== shares) wrong.push('a share button although sharing is ' + shares);
  if (speaks && !(window.speechSynthesis && speechSynthesis.getVoices().length)) wrong.push('a button to read aloud without a voice');
  if (window.print !== native) window.print = native;
}

/** In the page: welcome → results → every way of carrying away → plan → the same → detail, about, settings. Gives what was wrong. */
async function wholeRun(W, people) {
  const wrong = [], tapped = [], carry = () => CARRY(W, wrong, tapped);
  const expect = (screen, why) => { if (W.screen() !== screen) wrong.push(why + ': on ' + W.at()); };

  await W.toReview(people);
  await W.act('results');
  expect('results', 'results');
  await carry();
  await W.act('plan');
  await carry();
  await W.act('tick');
  if (!P.find('[data-action="tick"]').checked) wrong.push('no tick');
  await W.act('back');
  expect('results', 'back from the plan');
  await W.tap('.cards [data-action="open"]');
  expect('detail', 'open');
  await carry();
  await W.act('back');
  await W.act('about');
  await W.act('settings');
  await W.tap('main [data-action="theme"]');
  await W.act('back');
  expect('results', 'back from settings');
  await W.tap('header [data-action="language"]');
  if (P.lang(P.find('[data-screen]')) !== 'en') wrong.push('the language did not change');
  await W.act('review');
  await W.act('wipe');
  expect('welcome', 'wiped');
  return { wrong, tapped };
}

/** In the page: a few questions, back, the other language. */
async function shortRun(W, people) {
  for (let i = 0; i < 3; i++) await W.answer(people);
  await W.act('back');
  await W.tap('header [data-action="language"]');
  return P.checked(W.question()).length === 1 && P.lang(P.find('[data-screen]')) === 'en';
}
/** In the page: without each of these in turn. */
async function oneByOne(W, people, names) {
  const wrong = [];
  await W.toReview(people);
  await W.act('results');
  for (const name of names) {
    const here = [], tapped = [];
    window.__poor([name]);
    // Drawn anew: what is missing is not offered.
    await W.act('review');
    await W.act('results');
    await CARRY(W, here, tapped);
    if (tapped.length < 4) here.push('only ' + tapped);
    wrong.push.apply(wrong, here.map(text => 'without ' + name + ': ' + text));
    window.__poor([]);
  }
  return wrong;
}
const inPage = (page, fn, ...args) => tapThrough(page, String(fn).replace(/CARRY\(/g, `(${carryAll})(`), ...args);

async function poor(test, names) {
  test.site.inject[1] = `poor.js?${names}`;
  await test.load(`${test.site.base}index.html`);
  await test.page.until('ready', () => P.shadow() && P.shadow().querySelector('[data-screen]') && window.__bs.events.some(event => event.name === 'ready'), [], 3 * test.page.patience);
}
const all = names => async test => {
  await poor(test, names);
  const { wrong, tapped } = await inPage(test.page, wholeRun, person);
  assert.deepEqual(wrong, [], `without ${names}`);
  for (const action of ['copy', 'qr', 'save-image', 'print', 'report']) assert.ok(tapped.includes(action), `${action} was tapped`);
};
const oldAndNew = run => Object.assign(run, { engines: ['chromium', 'chromium-64'] });

export default {
  'in-app-all-absent': all('absent'),
  'in-app-all-throws': all('throws'),
  'in-app-singly-at-start': oldAndNew(async test => {
    for (const name of AT_START) {
      try {
        await poor(test, name);
        assert.ok(await tapThrough(test.page, shortRun, person), 'answers are kept and the language changes');
      } catch (error) { error.message = `without ${name}: ${error.message}`; throw error; }
    }
  }),
  'in-app-singly-at-a-tap': oldAndNew(async test => {
    await poor(test, 'nothing');
    assert.deepEqual(await inPage(test.page, oneByOne, person, AT_A_TAP), []);
  }),
};
