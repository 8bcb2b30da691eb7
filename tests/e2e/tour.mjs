// Every screen once, for whoever looks at screens: axe, screenshots. `visit(name)` is called on each, settled.
import { PEOPLE } from './answers.mjs';
import { fillSetup, finish, goTo, next, openPage, PLACE, tapAll, untilPart } from './outreach.mjs';
import { tapThrough } from './tapper.mjs';
import { action, expectScreen, step, toDetail } from './walk.mjs';

const person = PEOPLE['household-business'];

/** The screens reachable from the head of the page; each has a way back. */
async function side(page, name, visit) {
  if (!(await page.state()).tools.includes(name)) return;
  const state = await action(page, name);
  await visit(state.screen);
  await action(page, 'back');
}

export async function tour(test, query, visit) {
  const { page } = test;
  let state = await test.own(query);
  await visit('welcome');
  await page.click('[data-action="next"]');
  await page.until('the message', () => !!P.firstVisible('[role="alert"]'));
  await visit('welcome-error');
  state = await step(page, person, await page.state());
  while (state.question) {
    if (await page.eval(() => { const why = P.find('details'); if (why) why.open = true; return !!why; })) await visit(`question-${state.question}-why`);
    else await visit(`question-${state.question}`);
    state = await step(page, person, state);
  }
  await visit('review');
  await expectScreen(page, 'results', 'results');
  await visit('results');
  if (await page.eval(() => { const folded = P.all('details'); folded.forEach(el => { el.open = true; }); return folded.length > 0; })) await visit('results-unfolded');
  const platforms = await page.eval(() => P.platforms());
  for (const status of ['ready', 'after', 'maybe', 'using']) {
    const row = platforms.find(one => one.status === status);
    if (!row) continue;
    await toDetail(page, row.id);
    await visit(`detail-${status}`);
    await action(page, 'back');
  }
  await expectScreen(page, 'plan', 'plan');
  await visit('plan');
  await side(page, 'about', visit);
  await side(page, 'settings', visit);
}

/** The page of outreach staff: every screen of the helper, and one of a person. */
export async function outreach(test, query, visit) {
  const { page } = test;
  await openPage(test, query);
  await visit('outreach-safety');
  await goTo(page, 'practice');
  await visit('outreach-practice');
  await goTo(page, 'safety');
  await page.click('[data-action="next"]');
  await untilPart(page, 'setup');
  await fillSetup(page, PLACE);
  await page.click('[data-action="qr"]');
  await page.until('the code', () => !!P.find('[data-code]'));
  await visit('outreach-setup');
  await page.click('[data-action="start"]');
  await untilPart(page, 'between');
  await visit('outreach-between');
  await goTo(page, 'paper');
  await visit('outreach-paper');
  await page.click('[data-action="go"][data-to="between"]');
  await untilPart(page, 'between');
  for (const taps of [{ by_area_started: ['payment', 'safety'], blocked_reasons: ['sim-not-own'] }, { by_area_started: ['payment'], by_skill: ['online-payment'] }]) {
    await next(page);
    await tapThrough(page, async (W, people) => { await W.answer(people); }, person);
    await visit('outreach-question');
    await finish(page);
    await tapAll(page, taps);
    await visit('outreach-done');
  }
  await next(page);
  await finish(page);
  await goTo(page, 'charts');
  await visit('outreach-charts');
  await page.click('[data-action="wall"]');
  await visit('outreach-wall');
  await page.click('[data-wall="off"]');
  await goTo(page, 'report');
  await visit('outreach-report');
  await goTo(page, 'join');
  await page.click('[data-export="qr"]');
  await page.until('the code', () => !!P.find('[data-code]'));
  await visit('outreach-join');
}

/** What is seen when wasm cannot run. */
export async function guide(test, query, visit) {
  const { page } = test;
  test.expected.push(/./);
  test.site.fault = path => (path.endsWith('.wasm') ? '404' : null);
  await test.load(`${test.site.base}index.html${query}`);
  await page.until('the guide', () => ['guide', 'broken'].indexOf(P.state().screen) >= 0, [], 3 * page.patience);
  await visit('guide');
}
