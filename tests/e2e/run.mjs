// node tests/e2e/run.mjs [--engine NAME]… [--journey NAME]… [--allow-absent] [--table FILE] [--list]
// Every journey in every engine against the built site in BUOC_SO_DIST; `cargo xtask test` sets the environment.
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { asMarkdown, asText } from './engine-table.mjs';
import { ENGINES, missing } from './engines.mjs';
import { put } from './marked.mjs';
import { checkAfterwards, Test } from './test.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const LIMIT = Number(process.env.BUOC_SO_JOURNEY_SECONDS || 150) * 1000;
const HELP = `node tests/e2e/run.mjs [--engine NAME]… [--journey NAME]… [--allow-absent] [--list]
  --engine    ${Object.keys(ENGINES).join(' ')} (all when none is named)
  --journey   a journey, or the beginning of its name (all when none is named)
  --allow-absent  an engine that is not installed is reported and does not fail the run
  --table     a document that gets the table of engines, between <!-- engines: --> and <!-- /engines -->; for whole runs only`;

function fail(sentence) { console.error(sentence); process.exit(2); }

async function allJourneys() {
  const all = [];
  for (const file of readdirSync(join(HERE, 'journeys')).filter(name => name.endsWith('.mjs')).sort()) {
    // A journey may name its engines, a file those of all its journeys; else every engine takes it.
    const { default: journeys, engines } = await import(`./journeys/${file}`);
    for (const [name, run] of Object.entries(journeys)) all.push({ name, run: engines && !run.engines ? Object.assign(run, { engines }) : run });
  }
  return all;
}

/** One journey on its own origins; gives null or the reason why it failed. What a passed one has shown goes into `seen`. */
async function once(page, engine, journey, dist, seen) {
  const test = new Test({ page, engine, dist });
  let timer;
  try {
    const late = new Promise((_, no) => { timer = setTimeout(() => no(Object.assign(new Error(`took longer than ${LIMIT / 1000} s`), { late: true })), LIMIT); });
    await Promise.race([(async () => {
      await page.fresh();
      page.forget();
      await test.start();
      await journey.run(test);
      await checkAfterwards(test);
    })(), late]);
    seen.push(...test.seen);
    return null;
  } catch (error) {
    const folder = join(process.cwd(), 'target/e2e');
    mkdirSync(folder, { recursive: true });
    const picture = join(folder, `${engine.name}-${journey.name}.png`);
    const seen = await Promise.race([page.state().catch(() => null), new Promise(done => setTimeout(done, 3000, null))]);
    await Promise.race([page.screenshot(picture).catch(() => {}), new Promise(done => setTimeout(done, 5000))]);
    await Promise.race([page.harvest(), new Promise(done => setTimeout(done, 3000))]);
    const told = page.events.filter(event => event.name === 'error').map(({ detail }) => `${detail.code}: ${detail.message}`);
    const place = (error.stack || '').split('\n').filter(line => line.includes('tests/e2e')).slice(0, 3).map(line => line.trim().replace(/file:.*tests\/e2e\//, '')).join(' < ');
    return { late: error.late, text: [`${error.message}`.split('\n').slice(0, 12).join('\n    '), place && `at ${place}`,
      seen && `on: ${seen.screen} ${seen.question || ''} ${seen.lang}; can: ${seen.tools}`, told.length && `buoc-so:error: ${told.join(' | ')}`, page.errors.length && `the page said: ${page.errors.slice(0, 5).join(' | ')}`,
      existsSync(picture) && `picture: ${picture}`].filter(Boolean).join('\n    ') };
  } finally {
    clearTimeout(timer);
    await test.stop();
  }
}

/** How many engines run at the same time. */
const LANES = 2;
/**
 * Two cores carry two browsers, their servers and a network made slow: once in some hundred journeys one of them is late. A journey that
 * failed is tried a second time at the end, alone in a new browser; what passes then is named and counted. More than these in a run, and
 * the run has failed all the same: then it is no accident.
 */
const ACCIDENTS = 3;

async function inEngine(name, journeys, dist, count) {
  const engine = { name, ...ENGINES[name] };
  let page = null;
  const tried = async journey => {
    const from = Date.now();
    let failure;
    try {
      page = page || await engine.launch();
      count.version = page.version;
      failure = await once(page, engine, journey, dist, count.seen);
    } catch (error) { failure = { text: `could not be started: ${error.message}`, late: true }; }
    // After a failure the browser may be in any state: a new one for the next journey.
    if (failure && page) { await page.stop().catch(() => {}); page = null; }
    return { failure, seconds: ((Date.now() - from) / 1000).toFixed(1) };
  };
  const late = [];
  for (const journey of journeys) {
    if (journey.run.engines && !journey.run.engines.includes(name)) continue;
    const { failure, seconds } = await tried(journey);
    if (failure) late.push(journey); else count.passed += 1;
    console.log(failure ? `NOT PASSED ${name}: ${journey.name} (${seconds} s)\n    ${failure.text}` : `passed ${name}: ${journey.name} (${seconds} s)`);
  }
  for (const journey of late) {
    const { failure, seconds } = late.length > ACCIDENTS ? { failure: { text: 'no second try: too many others' }, seconds: '0.0' } : await tried(journey);
    count[failure ? 'failed' : 'again'] += 1;
    console.log(failure ? `FAILED ${name}: ${journey.name} (${seconds} s)\n    ${failure.text}` : `passed at the second try ${name}: ${journey.name} (${seconds} s)`);
  }
  if (page) await page.stop();
}

const { values: options } = parseArgs({ options: {
  engine: { type: 'string', multiple: true, default: [] }, journey: { type: 'string', multiple: true, default: [] },
  'allow-absent': { type: 'boolean' }, table: { type: 'string' }, list: { type: 'boolean' }, help: { type: 'boolean' },
} });
if (options.help) { console.log(HELP); process.exit(0); }
if (options.table && (options.engine.length || options.journey.length)) fail('--table is for a run of every journey in every engine: leave out --engine and --journey.');
const journeys = (await allJourneys()).filter(({ name }) => !options.journey.length || options.journey.some(wanted => name.startsWith(wanted)));
if (options.list) { console.log(journeys.map(({ name, run }) => `${name}${run.engines ? ` (${run.engines})` : ''}`).join('\n')); process.exit(0); }
if (!journeys.length) fail(`No journey begins with ${options.journey.join(' or ')}; --list names them.`);
const dist = process.env.BUOC_SO_DIST;
if (!dist || !existsSync(join(dist, 'index.html'))) fail('BUOC_SO_DIST must be the folder of the built site (with index.html); cargo xtask build makes it.');

const counts = {};
let unknown = 0;
const waiting = [];
for (const name of options.engine.length ? options.engine : Object.keys(ENGINES)) {
  const reason = missing(name);
  if (!ENGINES[name]) { unknown += 1; console.log(`FAILED ${name}: ${reason}`); continue; }
  const count = counts[name] = { version: null, passed: 0, again: 0, failed: 0, absent: 0, seen: [] };
  if (!reason) { waiting.push([name, count]); continue; }
  count.absent = journeys.filter(({ run }) => !run.engines || run.engines.includes(name)).length;
  if (!options['allow-absent']) unknown += 1;
  console.log(`${options['allow-absent'] ? 'absent' : 'FAILED'} ${name}: absent: ${reason}`);
}
// Journeys mostly wait for their browser: two engines at a time, each with its own servers and folders.
const lane = async () => {
  for (let next = waiting.shift(); next; next = waiting.shift()) await inEngine(next[0], journeys, dist, next[1]);
};
await Promise.all(Array.from({ length: LANES }, lane));
const sum = key => Object.values(counts).reduce((all, count) => all + count[key], 0);
const accidents = sum('again');
const failed = sum('failed') + unknown + (accidents > ACCIDENTS ? accidents : 0);
console.log(`\n${asText(counts)}\n`);
if (options.table) put(options.table, 'engines', asMarkdown(counts));
if (accidents) console.log(`${accidents} passed only at the second try${accidents > ACCIDENTS ? `: more than ${ACCIDENTS}, the run has failed` : ''}`);
console.log(`${sum('passed') + (accidents > ACCIDENTS ? 0 : accidents)} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
