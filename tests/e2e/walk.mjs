// Walking through the tool by its hooks: look at the screen, act, wait until the screen has changed, look again.
import { strict as assert } from 'node:assert';
import { list } from './answers.mjs';

/** One screen, drawn by the app, and (after a change of screen) focus on its heading. */
function looksRight(state, changed = true) {
  assert.equal(state.screens, 1, `exactly one [data-screen] at a time, found ${state.screens}`);
  if (changed) assert.ok(state.focusOnHeading, `after a change of screen focus is on the heading; on ${state.screen} ${state.question || ''} it is on ${state.focus}`);
  return state;
}

/** The page is loaded and the app has taken over. */
export async function ready(page) {
  await page.until('buoc-so:ready and a screen in the shadow root', () => { const s = P.state(); return s.ready && s.inShadow && s.screens === 1; }, [], 3 * page.patience);
  return looksRight(await page.state(), false);
}

/** Clicks and waits until screen or question is another one; focus may follow a moment later. */
export async function go(page, selector, before) {
  const from = before || await page.state();
  await page.click(selector);
  const moved = await page.until(`another screen after ${selector} on ${from.screen} ${from.question || ''}`, (screen, question) => {
    const s = P.state();
    return s.screens > 0 && (s.screen !== screen || s.question !== question) && s;
  }, [from.screen, from.question]);
  return looksRight(moved.focusOnHeading && moved.screens === 1 ? moved : await settled(page));
}
async function settled(page) {
  try { return await page.until('focus', () => { const s = P.state(); return s.focusOnHeading && s.screens === 1 && s; }, [], 1500); }
  catch { return page.state(); }
}
export const action = (page, name, before) => go(page, `[data-action="${name}"]`, before);

/** Ticks what the answer says and nothing else. */
export async function fill(page, id, answer) {
  const wanted = list(answer);
  const checked = await page.eval(q => P.checked(q), id);
  for (const choice of checked.filter(choice => !wanted.includes(choice)))
    if (await page.eval(q => (P.find('input[name="' + q + '"]') || {}).type === 'checkbox', id)) await page.check(id, choice, false);
  for (const choice of wanted) await page.check(id, choice);
  const now = await page.eval(q => P.checked(q), id);
  assert.deepEqual([...now].sort(), [...wanted].sort(), `${id} is ticked as wanted`);
}

/** Answers the question on the screen from the table, or passes it by; `passed` collects what was passed by. */
export async function step(page, people, state, passed = []) {
  const { question } = state;
  assert.ok(question, `a question is on the screen ${state.screen}`);
  const choices = await page.eval(q => P.choices(q), question);
  const answer = list(people[question]).filter(choice => choices.includes(choice));
  if (people[question] !== undefined && (answer.length || list(people[question]).length === 0)) {
    await fill(page, question, answer);
    return action(page, 'next', state);
  }
  passed.push(question);
  if (state.actions.includes('skip')) {
    assert.ok(!choices.includes('unknown'), `${question} has a choice unknown and yet a skip button`);
    return action(page, 'skip', state);
  }
  assert.equal(choices[choices.length - 1], 'unknown', `${question} has no skip button, so its last choice is unknown`);
  await page.check(question, 'unknown');
  return action(page, 'next', state);
}

/** From wherever a question stands to the review page. Gives the questions asked, in order, and those passed by. */
export async function toReview(page, people, each = async () => {}) {
  const asked = [], passed = [];
  let state = await page.state();
  for (let i = 0; state.screen === 'welcome' || state.screen === 'question'; i++) {
    assert.ok(i < 30, `more than 30 questions: ${asked}`);
    await each(state, asked);
    asked.push(state.question);
    state = await step(page, people, state, passed);
  }
  assert.equal(state.screen, 'review', 'after the last question comes the review page');
  return { asked, passed, state };
}
export async function toQuestion(page, people, id) {
  let state = await page.state();
  for (let i = 0; state.question !== id; i++) {
    assert.ok(i < 30 && state.question, `${id} is on the path`);
    state = await step(page, people, state);
  }
  return state;
}
export async function toResults(page, people) {
  const walked = await toReview(page, people);
  return { ...walked, state: await expectScreen(page, 'results', 'results') };
}
/** An action that must lead to a certain screen. */
export async function expectScreen(page, name, screen) {
  const state = await action(page, name);
  assert.equal(state.screen, screen, `${name} leads to ${screen}`);
  return state;
}
/** Opens the detail of a platform; areas that are folded are unfolded first. */
export async function toDetail(page, id) {
  await page.eval(platform => P.all('[data-platform="' + platform + '"]').forEach(el => {
    const folded = P.closest(el, x => x.tagName === 'DETAILS');
    if (folded) folded.open = true;
  }), id);
  const state = await go(page, `[data-platform="${id}"] [data-action="open"]`);
  assert.equal(state.screen, 'detail', `open on ${id} leads to its detail`);
  return state;
}
/** Changes one answer from the review page; comes back to where it started, whatever new questions that opens. */
export async function edit(page, id, answer, people) {
  const from = await page.state();
  assert.ok(await page.eval(q => { const b = P.editButton(q); if (b) b.click(); return !!b; }, id),
    `the review page has a button [data-action=edit] for ${id} (in or on an element with data-question or data-answer)`);
  let state = await page.until(`question ${id}`, q => { const s = P.state(); return s.question === q && s; }, [id]);
  const table = { ...people, [id]: answer };
  const asked = [];
  for (let i = 0; state.question; i++) {
    assert.ok(i < 30, `comes back to ${from.screen}`);
    asked.push(state.question);
    state = await step(page, table, state);
  }
  assert.equal(state.screen, from.screen, `after changing ${id} the person is back on ${from.screen}`);
  return asked;
}
