// Fifty persons in a row: after each, nothing of the person is anywhere, memory does not grow, and the page is ready within a second.
import { strict as assert } from 'node:assert';
import { everythingStored, wholePage } from '../leftovers.mjs';
import { answerBySeed, begin, counted, finish, next, PLACE, tapAll } from '../outreach.mjs';
import { DATABASE, differences, figures, generator, METRICS, records, sum } from '../tally.mjs';

const AUDIENCES = ['citizen', 'farm-household', 'household-business', 'enterprise', 'cooperative'];
const CHOICES = {
  by_area_started: ['payment', 'identity-services', 'ecommerce', 'health-insurance', 'learning', 'safety'],
  by_skill: ['online-services', 'online-shopping', 'online-payment', 'self-protection', 'local-platforms'],
  blocked_reasons: ['no-device', 'sim-not-own', 'no-vneid-2', 'no-account', 'weak-signal', 'fear-of-scams'],
};
const AGES = ['under-18', '18-35', '36-60', 'over-60'];
/** In these engines all fifty, elsewhere fewer. */
const ALL = ['chromium', 'chromium-64', 'firefox'];

function tapsOf(draw) {
  const taps = {};
  for (const [metric, ids] of Object.entries(CHOICES)) {
    const some = ids.filter(() => draw(3) === 0);
    if (some.length) taps[metric] = some;
  }
  if (draw(2)) taps.by_age_band = AGES[draw(AGES.length)];
  return taps;
}

/** Only counts are kept: every key that holds counts is a metric, and no answer is among the words of anything stored. */
function onlyCounts(stored, answers, batch) {
  assert.deepEqual(Object.keys(stored.texts), [`${DATABASE}/texts`], 'one store');
  assert.deepEqual([stored.local, stored.session, stored.cookie, stored.name, stored.address], [0, 0, '', '', ''], 'nothing elsewhere');
  for (const answer of answers) assert.ok(!stored.words.includes(answer), `the answer ${answer} is nowhere in what is stored`);
  const own = stored.texts[`${DATABASE}/texts`].filter(text => text.includes(batch)).flatMap(text => records(text));
  for (const record of own) for (const key of Object.keys(figures(record))) assert.ok(METRICS.includes(key.split(':')[0]), `${key} is a count`);
}

const fifty = async test => {
  const { page } = test;
  const many = ALL.includes(test.engine.name) ? 50 : 12;
  if (page.cdp) test.site.inject.push('wasm-memory.js');
  await begin(test);
  await next(page);
  // What a page looks like on which nobody has answered anything yet.
  const fresh = { welcome: await page.eval(wholePage) };
  await finish(page);
  const entries = await page.eval(() => [history.length, JSON.stringify(history.state)]);
  const devtools = page.cdp && await page.cdp();
  if (devtools) for (const domain of ['HeapProfiler', 'Performance']) await devtools.send(`${domain}.enable`);
  const draw = generator(20261122), done = [], times = [], memory = [];
  await next(page);
  for (let i = 0; i < many; i++) {
    const audience = AUDIENCES[i % AUDIENCES.length];
    const given = await answerBySeed(page, 1000 + i, { audience, whole: i % 4 !== 3 });
    assert.equal(await finish(page), i, 'counted so far');
    const taps = tapsOf(draw);
    await tapAll(page, taps);
    done.push({ contacts_total: 1, [`by_audience:${audience}`]: 1, ...Object.fromEntries(Object.entries(taps).flatMap(([metric, ids]) => [].concat(ids).map(id => [`${metric}:${id}`, 1]))) });
    times.push(await next(page));
    const html = await page.eval(wholePage);
    assert.deepEqual(html.filter((line, place) => line !== fresh.welcome[place]), [], `after person ${i + 1} the page is a fresh one`);
    assert.equal(html.length, fresh.welcome.length, `after person ${i + 1} the page is a fresh one`);
    const stored = await page.eval(everythingStored);
    assert.deepEqual([stored.history, stored.state], entries, 'no entry in the history');
    const answers = Object.entries(given).filter(([question]) => question !== 'audience').flatMap(([, choices]) => choices).filter(choice => choice !== PLACE.province && !AGES.includes(choice));
    onlyCounts(stored, answers, '"batch"');
    if (devtools && (i < 3 || i % 10 === 9)) memory.push({ persons: i + 1, ...await measured(page, devtools) });
  }
  assert.equal(await finish(page), many);
  const kept = records((await page.stored()).idb[`${DATABASE}/texts`].find(text => text.includes('"contacts_total"') && records(text).length && figures(records(text)[0]).contacts_total === many));
  const counts = figures(kept[0]);
  for (const key of Object.keys(counts)) if (/^by_(status|duty):/.test(key)) delete counts[key];
  assert.deepEqual(differences(counts, sum(done)), [], 'the counts are those of everybody together');
  assert.equal(await counted(page), many);
  times.sort((a, b) => a - b);
  console.log(`       ${test.engine.name}: ${many} persons, next person ready in ${times[many >> 1]} ms (median), ${times[many - 1]} ms (longest)`);
  if (memory.length) notGrown(memory);
};

async function measured(page, devtools) {
  for (let i = 0; i < 2; i++) await devtools.send('HeapProfiler.collectGarbage');
  const { nodes, documents } = await devtools.send('Memory.getDOMCounters');
  const { metrics } = await devtools.send('Performance.getMetrics');
  return { nodes, documents, heap: Math.round(metrics.find(({ name }) => name === 'JSHeapUsedSize').value / 1024), pages: await page.eval(() => window.__pages()) };
}
function notGrown(memory) {
  if (process.env.BUOC_SO_FIGURES) console.table(memory);
  const third = memory[2];
  for (const now of memory.slice(3)) {
    assert.ok(now.nodes <= third.nodes * 1.05 + 50, `nodes: ${third.nodes} after 3 persons, ${now.nodes} after ${now.persons}`);
    assert.ok(now.documents <= third.documents + 1, `documents: ${third.documents}, then ${now.documents}`);
    assert.ok(now.heap <= third.heap * 1.1 + 256, `heap: ${third.heap} KB after 3 persons, ${now.heap} KB after ${now.persons}`);
    assert.ok(now.pages <= third.pages, `wasm: ${third.pages} pages, then ${now.pages}`);
  }
}

export default { 'outreach-fifty': fifty };
