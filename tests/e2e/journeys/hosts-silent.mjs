// Design rule and contract 6: in a portal, no event, address, referrer, header, storage, history entry, title, name of the window or
// attribute outside of the shadow root carries an answer, whoever walks (but the audience in `buoc-so:result`).
import { strict as assert } from 'node:assert';
import { PEOPLE, list } from '../answers.mjs';
import { hostPage } from '../hosts.mjs';
import { tapThrough } from '../tapper.mjs';

/** Everything that leaves the tool or could be read by the page, by its name. Must run in Chromium 64. */
async function outside() {
  const stored = await P.stored();
  return {
    events: JSON.stringify(window.__all), storage: JSON.stringify([stored.local, stored.session, stored.idb]), cookie: document.cookie, state: JSON.stringify(history.state),
    address: location.href, title: document.title, name: window.name, page: document.documentElement.outerHTML, referrer: document.referrer, length: history.length,
    entries: JSON.stringify(performance.getEntries().map(entry => entry.name)),
    globals: Object.getOwnPropertyNames(window).filter(name => typeof window[name] === 'string').map(name => window[name]).join(' '),
    element: JSON.stringify(Array.from(P.host().attributes).map(a => [a.name, a.value])) + ['lang', 'province', 'start', 'save', 'theme', 'overlay'].map(name => P.host()[name]).join(' '),
  };
}
/** Every event that reaches the document or the window, with everything it says. */
function listen() {
  window.__all = [];
  const told = event => {
    const said = { type: event.type, detail: event.detail === undefined ? null : event.detail, data: event.data === undefined ? null : String(event.data), key: event.key || '' };
    window.__all.push(said);
  };
  ['buoc-so:ready', 'buoc-so:screen', 'buoc-so:result', 'buoc-so:error', 'click', 'input', 'change', 'submit', 'focusin', 'focusout', 'toggle', 'keydown', 'message', 'storage', 'hashchange', 'popstate', 'beforeinput', 'select']
    .forEach(name => { document.addEventListener(name, told, true); window.addEventListener(name, told); });
}
/** A whole run: every question answered, one changed, cards marked, all screens seen. What was chosen comes back. */
async function wholeRun(W, people) {
  const chosen = [];
  while (W.question()) {
    const question = W.question();
    for (let i = 0; i < 2; i++) {
      const free = P.choices(question).filter(choice => (people[question] || []).indexOf(choice) >= 0 && P.checked(question).indexOf(choice) < 0)[0];
      if (free) await W.choose(question, free);
    }
    if (!P.checked(question).length) await W.choose(question, P.choices(question).filter(choice => choice !== 'unknown')[0]);
    chosen.push.apply(chosen, P.checked(question));
    await W.act('next');
  }
  await W.act('results');
  for (const act of ['use', 'want', 'hide-card']) if (P.firstVisible('[data-action="' + act + '"]')) await W.act(act);
  for (const act of ['qr', 'copy', 'plan', 'tick', 'back']) if (P.firstVisible('[data-action="' + act + '"]')) await W.act(act);
  await W.tap('.cards [data-action="open"]');
  for (const act of ['back', 'settings', 'back', 'about', 'back', 'review', 'results', 'language']) await W.act(act);
  return chosen;
}

/** In which of these texts does a choice stand as a word of its own? */
const found = (texts, choice) => Object.keys(texts).filter(name => new RegExp(`(^|[^a-z0-9-])${choice}($|[^a-z0-9-])`, 'i').test(texts[name]));

const silent = audience => async test => {
  const { page } = test;
  const person = Object.fromEntries(Object.entries(PEOPLE[audience]).map(([question, answer]) => [question, list(answer)]));
  await test.load(hostPage(test, 'empty'));
  await page.until('our script', () => !!customElements.get('buoc-so'));
  await page.eval(listen);
  await page.eval(() => { document.getElementById('a').appendChild(document.createElement('buoc-so')); });
  await page.until('ready', () => P.state().ready, [], 3 * page.patience);
  const before = await page.eval(outside), answering = Date.now();
  const chosen = await tapThrough(page, wholeRun, person);
  assert.ok(chosen.length >= 8, `a whole run: ${chosen}`);
  const after = await page.eval(outside);
  const events = JSON.parse(after.events);
  for (const { type, detail } of events) if (type === 'buoc-so:result') assert.equal(detail.audience, audience, 'the result names the audience');
  assert.ok(events.some(({ type }) => type === 'buoc-so:result') && events.some(({ type }) => type === 'buoc-so:screen'));
  const texts = { ...after, events: JSON.stringify(events.map(event => (event.type === 'buoc-so:result' ? { ...event, detail: { ...event.detail, audience: '' } } : event))) };
  const said = headers => JSON.stringify(Object.entries(headers).filter(([name]) => !name.startsWith('sec-')));
  for (const entry of [...test.site.log, ...test.portal.log]) texts[`request ${entry.method} ${entry.path}`] = entry.query + said(entry.headers);
  assert.deepEqual([...test.site.log, ...test.portal.log].filter(({ at }) => at > answering).map(({ path }) => path), [], 'nothing is asked for while somebody answers');
  // What stood there before anybody answered is no answer.
  const carried = chosen.flatMap(choice => found(texts, choice).filter(name => !(name in before) || !found(before, choice).includes(name)).map(name => `${choice} in ${name}`));
  assert.deepEqual(carried, []);
  for (const key of ['storage', 'cookie', 'state', 'address', 'title', 'name', 'page', 'length', 'element']) assert.equal(after[key], before[key], `${key} is what it was`);
};

export const engines = ['chromium', 'chromium-64', 'firefox', 'webkit'];
export default {
  ...Object.fromEntries(Object.keys(PEOPLE).map(audience => [`hosts-silent-${audience}`, silent(audience)])),
};
