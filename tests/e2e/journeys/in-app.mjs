// In-app browsers and old WebViews: capabilities missing, refused or silent, singly and all together. A whole run each time;
// every button that is shown leads to something that can be seen.
import { strict as assert } from 'node:assert';
import { PEOPLE } from '../answers.mjs';
import { tapThrough } from '../tapper.mjs';

const person = PEOPLE['household-business'];
const ABSENT = ['share', 'clipboard', 'print', 'speech', 'storage', 'worker', 'history', 'media', 'observers', 'frames', 'dialogs', 'crypto', 'canvas', 'picture', 'intl',
  'windows', 'clock', 'language', 'popstate'];
const THROWS = ['share-throws', 'share-rejects', 'share-silent', 'clipboard-throws', 'clipboard-rejects', 'clipboard-never', 'print-throws', 'speech-throws', 'speech-empty',
  'speech-half', 'storage-throws', 'worker-throws', 'history-throws', 'media-throws', 'frames-slow', 'dialogs-throw', 'crypto-throws', 'canvas-throws', 'picture-throws',
  'windows-throw'];

/** In the page: welcome → results → every way of carrying away → plan → the same → detail, about, settings. Gives what was wrong. */
async function wholeRun(W, people) {
  const wrong = [], tapped = [];
  const offered = () => P.all('.carry [data-action], header [data-action="speak"], [data-action="report"]').filter(P.visible).map(el => el.getAttribute('data-action'));
  // A real print window would wait for somebody.
  if (/native code/.test(String(window.print))) window.print = () => {};
  const says = () => ['[role="status"].say', '.panel'].map(at => P.all(at).filter(P.visible).map(el => el.textContent + Array.from(el.querySelectorAll('textarea, img, svg')).map(x => x.tagName + (x.value || '').length)).join('')).join('|');
  /** Something new is seen: a sentence, a panel. */
  const outcome = async action => {
    const before = says();
    tapped.push(action);
    await W.act(action);
    for (let i = 0; i < 20 && says() === before; i++) await W.drawn(10);
    if (says() === before) wrong.push(action + ' on ' + W.screen() + ': nothing is seen');
  };
  const carryAll = async () => {
    for (const action of offered()) {
      const close = P.find('[data-action="close"]');
      if (close) await W.tap(close);
      // What was said is taken back, so that the same sentence counts again.
      if (action !== 'speak') await outcome(action);
    }
  };
  const expect = (screen, why) => { if (W.screen() !== screen) wrong.push(why + ': on ' + W.at()); };

  await W.toReview(people);
  await W.act('results');
  expect('results', 'results');
  await carryAll();
  const shares = typeof navigator.share === 'function', speaks = offered().indexOf('speak') >= 0;
  if ((offered().indexOf('share') >= 0) !== shares) wrong.push('a share button although sharing is ' + shares);
  if (speaks && !(window.speechSynthesis && speechSynthesis.getVoices().length)) wrong.push('a button to read aloud without a voice');
  await W.act('plan');
  await carryAll();
  await W.act('tick');
  if (!P.find('[data-action="tick"]').checked) wrong.push('no tick');
  await W.act('back');
  expect('results', 'back from the plan');
  await W.tap('.cards [data-action="open"]');
  expect('detail', 'open');
  await carryAll();
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

const poor = names => async test => {
  const { page } = test;
  test.site.inject.push(`poor.js?${names}`);
  await test.load(`${test.site.base}index.html`);
  await page.until('ready', () => P.shadow() && P.shadow().querySelector('[data-screen]') && window.__bs.events.some(event => event.name === 'ready'), [], 3 * page.patience);
  const { wrong, tapped } = await tapThrough(page, wholeRun, person);
  assert.deepEqual(wrong, [], `without ${names}`);
  for (const action of ['copy', 'qr', 'save-image', 'print', 'report']) assert.ok(tapped.includes(action), `${action} was tapped`);
};

const singly = names => Object.assign(async test => {
  for (const name of names) {
    try { await poor(name)(test); } catch (error) { error.message = `without ${name}: ${error.message}`; throw error; }
    test.site.inject.pop();
  }
}, { engines: ['chromium', 'chromium-64'] });

export default {
  'in-app-all-absent': poor('absent'),
  'in-app-all-throws': poor('throws'),
  'in-app-singly-absent': singly(ABSENT),
  'in-app-singly-throws': singly(THROWS),
};
