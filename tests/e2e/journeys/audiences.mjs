// Each audience, in each language, from the welcome screen to the plan; what the page shows is what `assess` says.
import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { NOTHING, PEOPLE } from '../answers.mjs';
import { action, expectScreen, toDetail, toReview } from '../walk.mjs';

const STATUSES = ['using', 'ready', 'after', 'maybe', 'not-now'];
const KINDS = ['must', 'right', 'know', 'maybe'];
const today = () => new Date(Date.now() + 7 * 3600e3).toISOString().slice(0, 10);

/** What the engine says for the same answers; null when no xtask is given. */
function assess(answers, skipped, used = []) {
  if (!process.env.BUOC_SO_XTASK) return null;
  const run = day => {
    const done = spawnSync(process.env.BUOC_SO_XTASK, ['assess', '-'], { input: JSON.stringify({ today: day, answers, skipped, used }), encoding: 'utf8', timeout: 20000 });
    assert.equal(done.status, 0, `assess: ${done.stderr}`);
    return JSON.parse(done.stdout);
  };
  const first = run(today());
  return first.catalogue.as_of > today() ? run(first.catalogue.as_of) : first;
}

/** Each id once, in document order, always with the same status. */
function byId(rows, key) {
  const seen = new Map();
  for (const row of rows) {
    assert.equal(seen.get(row.id) || row[key], row[key], `${row.id} has one ${key} on the page`);
    seen.set(row.id, row[key]);
  }
  return seen;
}
const sorted = map => [...map].sort(([a], [b]) => (a < b ? -1 : 1));

async function checkResults(page, said, skipped) {
  const platforms = byId(await page.eval(() => P.platforms()), 'status');
  const obligations = byId(await page.eval(() => P.obligations()), 'kind');
  assert.ok(platforms.size > 0, 'the results show platforms');
  for (const [id, status] of platforms) assert.ok(STATUSES.includes(status), `${id}: data-status ${status}`);
  for (const [id, kind] of obligations) assert.ok(KINDS.includes(kind), `${id}: data-kind ${kind}`);
  const truth = assess(said, skipped);
  if (truth) {
    assert.deepEqual(sorted(platforms), sorted(byId(truth.platforms, 'status')), 'platforms as assess says');
    assert.deepEqual(sorted(obligations), sorted(byId(truth.obligations, 'kind')), 'obligations as assess says');
    assert.deepEqual([...platforms.keys()].slice(0, truth.first.length), truth.first, 'the first cards as assess says');
  }
  return { platforms, truth };
}

const walk = (person, lang) => async test => {
  const { page } = test;
  const start = await test.own(lang === 'en' ? '?lang=en' : '');
  assert.deepEqual([start.screen, start.question, start.lang], ['welcome', 'audience', lang], 'the welcome screen holds the first question');
  assert.ok(!start.actions.includes('resume'), 'nothing to resume on a new device');
  test.shows('own page', 'start');

  const { asked, passed } = await toReview(page, person, async state => {
    assert.equal(state.lang, lang, `${state.question} is in ${lang}`);
    assert.ok(state.actions.includes('back') || state.screen === 'welcome', `${state.question} has a way back`);
  });
  assert.equal(new Set(asked).size, asked.length, `no question twice: ${asked}`);
  assert.ok(asked.includes('needs'), 'needs is always asked');
  test.shows('own page', 'run or guide');
  const said = Object.fromEntries(asked.filter(id => !passed.includes(id)).map(id => [id, person[id]]));

  await expectScreen(page, 'results', 'results');
  const { platforms, truth } = await checkResults(page, said, passed);
  if (truth) assert.deepEqual(asked, truth.path, 'the questions asked are the path of assess');
  test.shows('own page', 'results');

  const shown = [...platforms].find(([, status]) => status === 'ready' || status === 'after' || status === 'using') || [...platforms][0];
  await toDetail(page, shown[0]);
  assert.equal((await action(page, 'back')).screen, 'results', 'back from the detail to the results');

  const plan = await expectScreen(page, 'plan', 'plan');
  assert.equal(plan.lang, lang);
  const steps = await page.eval(() => P.steps());
  assert.equal(new Set(steps).size, steps.length, 'no step twice');
  if (truth) assert.deepEqual(steps, truth.plan.map(row => row.id), 'the plan as assess says');
  assert.equal((await action(page, 'back')).screen, 'results', 'back from the plan to the results');
};

export default Object.fromEntries([...Object.entries(PEOPLE), ['nobody', NOTHING]].flatMap(([name, person]) =>
  ['vi', 'en'].map(lang => [`audience-${name}-${lang}`, walk(person, lang)])));
