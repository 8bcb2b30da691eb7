// Walking through the page of outreach staff by its hooks: a session, persons one after the other, the counts handed on.
import { strict as assert } from 'node:assert';
import { DATABASE, figures, records, sum } from './tally.mjs';
import { tapThrough } from './tapper.mjs';

/** A place that a session may be at: a code and texts, none of them of a person. */
export const PLACE = { province: '40', commune: 'Xã Thử', village: 'Thôn Một', host: 'Tổ thử' };

/** In the page: what `data-part` or else `data-screen` says, once the app has drawn it and is ready. */
const at = page => page.eval(() => { const s = P.screens()[0]; return s && (s.getAttribute('data-part') || s.getAttribute('data-screen')); });
export const untilPart = (page, part, what = part) => page.until(`the part ${what}`, wanted => {
  const screens = P.screens();
  return screens.length === 1 && P.state().ready && (screens[0].getAttribute('data-part') || screens[0].getAttribute('data-screen')) === wanted;
}, [part], 3 * page.patience);

/** The page, ready, on whatever part it begins. */
export async function openPage(test, query = '', base = test.site.base) {
  await test.load(`${base}outreach.html${query}`);
  await test.page.until('the outreach page', () => P.state().ready && P.screens().length === 1 && P.state().inShadow, [], 3 * test.page.patience);
}
export async function goTo(page, part) {
  await page.click(`[data-action="go"][data-to="${part}"]`);
  await untilPart(page, part);
}

/** Writes into a field as a person does. */
export const type = (page, selector, text) => page.eval((wanted, value) => {
  const field = P.find(wanted);
  field.focus();
  field.value = value;
  ['input', 'change'].forEach(name => field.dispatchEvent(new Event(name, { bubbles: true })));
}, selector, text);

export async function fillSetup(page, place) {
  for (const [id, value] of Object.entries(place)) await type(page, `#${id}`, value);
}
/** From the safety page to a session that waits for its first person. */
export async function begin(test, place = PLACE, query = '') {
  const { page } = test;
  await openPage(test, query);
  // Old shells have one tab for all journeys, which keeps its name.
  await page.eval(() => { window.name = ''; });
  // On the day of a session the page opens where it was left.
  if (await at(page) !== 'safety') await goTo(page, 'safety');
  await page.click('[data-action="next"]');
  await untilPart(page, 'setup');
  await fillSetup(page, place);
  await page.click('[data-action="start"]');
  await untilPart(page, 'between');
}

/** *Người tiếp theo*, until the page that comes next is ready. Milliseconds that it took, by the clock of the page. */
export async function next(page, lands = 'welcome') {
  await page.eval(() => { window.__before = true; });
  const from = await page.eval(() => Date.now());
  await page.click('[data-action="next-person"]');
  await page.until('the page for the next person', wanted => {
    const s = P.screens();
    return !window.__before && s.length === 1 && P.state().ready && (s[0].getAttribute('data-part') || s[0].getAttribute('data-screen')) === wanted;
  }, [lands], 3 * page.patience);
  const shown = await page.eval(() => ((window.__bs && window.__bs.events.find(event => event.name === 'screen')) || { wall: Date.now() }).wall);
  return shown - from;
}
/** The same where the page cannot be loaded anew, because the counts are in memory. */
export async function nextInMemory(page) {
  await page.click('[data-action="next-person"]');
  await page.until('the next person', () => P.state().screen === 'welcome' && P.state().ready);
}

/** What was counted, as the screen between two persons says it. */
export const counted = page => page.eval(() => Number(P.find('[data-tally="contacts_total"]').getAttribute('data-value')));
export async function finish(page) {
  await page.click('[data-action="finish"]');
  await untilPart(page, 'between');
  return counted(page);
}

/** One tap each on what a person did. `taps`: { by_skill: [...], by_age_band: '...' } */
export const tapAll = (page, taps) => tapThrough(page, async (W, wanted) => {
  for (const [metric, ids] of Object.entries(wanted))
    for (const id of [].concat(ids)) await W.choose(metric, id);
}, taps);

/**
 * Answers as a person who is drawn from a seed does, inside the page, to the end of the questions or to somewhere on the way.
 * Gives what was answered by question.
 */
export const answerBySeed = (page, seed, { audience, whole = true } = {}) => tapThrough(page, async (W, from, first, all) => {
  // A congruential generator: the same persons in every engine.
  let state = from >>> 0;
  const draw = most => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return Math.floor(state / 4294967296 * most); };
  const alone = ['cash', 'none', 'not-yet'];
  const given = {};
  const P = { all: s => Array.from(document.querySelector('buoc-so').shadowRoot.querySelectorAll(s)) };
  for (let i = 0; W.question() && (all || i < 3); i++) {
    if (i > 30) throw new Error('more than 30 questions');
    const question = W.question();
    const inputs = P.all('fieldset[data-question] input');
    const pick = question === 'audience' && first ? inputs.filter(input => input.value === first) : [inputs[draw(inputs.length)]];
    if (pick[0].type === 'checkbox' && alone.indexOf(pick[0].value) < 0) {
      const other = inputs[draw(inputs.length)];
      if (alone.indexOf(other.value) < 0 && other !== pick[0]) pick.push(other);
    }
    if (question !== 'audience' && draw(8) === 0 && P.all('[data-action="skip"]').length) { await W.act('skip'); continue; }
    given[question] = pick.map(input => input.value);
    for (const input of pick) await W.choose(question, input.value);
    await W.act('next');
  }
  return given;
}, seed, audience || '', whole);

/** The counts as the page hands them out: the text, or what stands in the downloaded file. */
export async function exportedText(page, how = 'text') {
  await page.click(`[data-action="export"][data-export="${how}"]`);
  return page.until('the exported text', () => { const field = P.find('textarea[readonly]'); return field && field.value; });
}

/** The screen for joining with nothing open on it. */
export async function joinAnew(page) {
  await goTo(page, 'charts');
  await goTo(page, 'join');
}
/** The records of the file that "export" makes, caught on its way to the downloads. */
export async function savedFile(page, how = 'file') {
  await page.eval(() => {
    const make = URL.createObjectURL;
    URL.createObjectURL = blob => { window.__file = blob; return make.call(URL, blob); };
  });
  await page.click(`[data-action="export"][data-export="${how}"]`);
  const said = await page.until('said how much was saved', () => { const el = P.find('[data-saved]'); return el && { records: Number(el.getAttribute('data-saved')), contacts: Number(el.getAttribute('data-value')) }; });
  const text = await page.eval(() => new Promise(done => { const reader = new FileReader(); reader.onload = () => done(reader.result); reader.readAsText(window.__file); }));
  if (!/json|file|all/.test(how)) return text;
  const found = records(text);
  assert.deepEqual([said.records, said.contacts], [found.length, sum(found.map(figures)).contacts_total || 0], 'what is said is what is in the file');
  return found;
}

/** Pastes a text, reads it, merges it; gives the page's own figures. */
export async function read(page, text) {
  await type(page, '#paste', text);
  await page.click('[data-action="import"][data-import="text"]');
  await page.eval(() => new Promise(done => setTimeout(done, 60)));
  return page.until('something said about the pasted text', outcome);
}
export function outcome() {
  const said = P.find('[data-read], [data-trouble]');
  if (!said) return null;
  return said.hasAttribute('data-trouble') ? { trouble: said.textContent.trim() } : { records: Number(said.getAttribute('data-read')), contacts: Number(said.getAttribute('data-value')) };
}
export async function merge(page, text) {
  const found = await read(page, text);
  assert.ok(!found.trouble, `is read: ${found.trouble}`);
  await page.click('[data-action="merge"]');
  return page.until('merged', () => { const said = P.find('[data-merged]'); return said && { merged: Number(said.getAttribute('data-merged')) }; });
}

/** Gives files to the field for them, as a person does who chooses them: [[name, text], …]. */
export const chooseFiles = (page, files) => page.eval(all => {
  const box = new DataTransfer();
  all.forEach(file => box.items.add(new File([file[1]], file[0], { type: 'application/json' })));
  const field = P.find('#import');
  field.files = box.files;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}, files);
export async function chosen(page, files) {
  await chooseFiles(page, files);
  return page.until('something said about the files', outcome, [], 3 * page.patience);
}

/** Everything kept on this device goes: from here on it is another phone. */
export async function anotherPhone(test) {
  const { page } = test;
  await page.open(`${test.site.base}robots.txt`);
  await page.until('the counts of the phone before are gone', name => new Promise((done, fail) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => done(true);
    request.onerror = () => fail(request.error);
  }), [DATABASE]);
  await openPage(test);
  if (await at(page) !== 'safety') await goTo(page, 'safety');
}

/** The total of everything on this device, from the table under the charts; the page stays on the charts. */
export async function total(page) {
  await goTo(page, 'charts');
  await page.click('[data-show="all"]');
  return page.until('the figures', () => {
    const out = {};
    P.all('table.figures [data-tally][data-value]').forEach(el => { out[el.getAttribute('data-tally')] = Number(el.getAttribute('data-value')); });
    return Object.keys(out).length > 0 && out;
  });
}
