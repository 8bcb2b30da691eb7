// node tests/e2e/bench.mjs [--write] [--from FILE]: our page beside two peers under the same throttling, in one run (design section 5).
// Prints a table and writes target/bench/bench.json, bench.svg and a picture of each page. `cargo xtask bench` calls it.
//   --write           the table goes into README.md as well, the chart into docs/bench.svg
//   --from FILE       nothing is measured: the figures are those of an earlier bench.json
// Environment:
//   BUOC_SO_DIST BUOC_SO_NODE_MODULES BUOC_SO_CHROMIUM BUOC_SO_TARGET   as for run.mjs
//   BENCH_RUNS=5      visits to each page; the table shows medians       BENCH_ENGINE=300   seconds for the engine's own measurement; 0 leaves it out
// A budget that is missed is printed, not failed: the figures hang on the machine, the ratios much less.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chart } from './bench/chart.mjs';
import { evaluation } from './bench/engine.mjs';
import { rows, summary, table } from './bench/figures.mjs';
import { markdown } from './bench/markdown.mjs';
import { PAGES, SLOW, keepsAnswer, measure } from './bench/measure.mjs';
import { merge, nextPerson } from './bench/outreach.mjs';
import { buildPeers, versions } from './bench/peers.mjs';
import { questions } from './bench/questions.mjs';
import { ENGINES, missing } from './engines.mjs';
import { put } from './marked.mjs';
import { serveSite } from './server.mjs';

const { env } = process;
const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

function stop(reason) { console.error(reason); process.exit(2); }
function whole(name, otherwise, least) {
  const value = env[name] === undefined || env[name] === '' ? otherwise : Number(env[name]);
  if (!Number.isInteger(value) || value < least || value > 1000) stop(`${name}=${env[name]} is not a whole number from ${least} to 1000.`);
  return value;
}
const { values: options } = parseArgs({ options: { write: { type: 'boolean' }, from: { type: 'string' } } });

/** The rows of a report, with how each is shown. */
const rowsOf = ({ summary: sums, kept, engine, outreach }) => rows(sums, kept, typeof engine === 'string' ? null : engine, outreach);
/** Table and chart where everybody sees them. */
function publish(report) {
  const list = rowsOf(report);
  put(join(ROOT, 'README.md'), 'bench', markdown(report, list));
  writeFileSync(join(ROOT, 'docs/bench.svg'), chart(list, report.title));
  console.log('Written: README.md, docs/bench.svg.');
}
if (options.from) {
  const report = JSON.parse(readFileSync(options.from, 'utf8'));
  console.log(`${report.title}\n\n${table(rowsOf(report))}`);
  if (options.write) publish(report);
  process.exit(0);
}

const RUNS = whole('BENCH_RUNS', 5, 1), ENGINE = whole('BENCH_ENGINE', 300, 0);
const reason = missing('chromium') || (env.BUOC_SO_DIST ? null : 'set BUOC_SO_DIST to the built site (cargo xtask bench does it)')
  || (existsSync(join(env.BUOC_SO_DIST, 'index.html')) ? null : `there is no built site at ${env.BUOC_SO_DIST}: run cargo xtask build first`);
if (reason) stop(reason);
const modules = env.BUOC_SO_NODE_MODULES, into = join(env.BUOC_SO_TARGET || join(ROOT, 'target'), 'bench');

/** Every file asked for once, so that none is packed while a visit waits for it. */
async function warm(site, files) {
  for (const file of files) await (await fetch(site.base + file, { headers: { 'accept-encoding': 'br' } })).arrayBuffer();
}

mkdirSync(into, { recursive: true });
const servers = [];
let browser = null;
try {
  console.log(`The peers are built (${Object.entries(versions(modules)).map(pair => pair.join(' ')).join(', ')}).`);
  const folders = { ours: env.BUOC_SO_DIST, ...await buildPeers({ modules, into: join(into, 'peers'), questions: questions(ROOT, modules) }) };
  const sites = {};
  for (const kind of Object.keys(PAGES)) servers.push(sites[kind] = await serveSite(folders[kind], { inject: [], brotli: true }));
  browser = await ENGINES.chromium.launch();

  console.log('Each page is walked through once, unhurried, with pictures.');
  for (const kind of Object.keys(PAGES)) {
    const pictures = { 'question-1': 1, 'question-6': 1, results: 1, end: 1 };
    const visit = await measure(browser, kind, sites[kind].base, { slow: null, see: async name => {
      if (pictures[name]) await browser.screenshot(join(into, `${kind}-${name}.png`));
    } });
    // What was asked for now is what will be asked for then.
    await warm(sites[kind], Object.keys(visit.files).map(path => path.slice(1)));
  }

  const visits = { ours: [], preact: [], surveyjs: [] }, kept = [];
  for (let run = 1; run <= RUNS; run++) {
    for (const kind of Object.keys(PAGES)) visits[kind].push(await measure(browser, kind, sites[kind].base));
    kept.push(await keepsAnswer(browser, sites.ours.base));
    const said = kind => { const visit = visits[kind][run - 1]; return `${kind} ${Math.round(visit.first)} / ${Math.round(visit.second)} ms`; };
    console.log(`run ${run} of ${RUNS}, first / second question: ${Object.keys(PAGES).map(said).join(', ')}; load of the machine ${loadavg()[0].toFixed(1)}`);
  }
  console.log('The outreach page: persons in a row, and many records.');
  const outreach = { next: await nextPerson(browser, sites.ours.base), tenth: await merge(browser, sites.ours.base, 1000), merge: await merge(browser, sites.ours.base) };
  const chromium = browser.browser.version();
  await browser.stop();
  browser = null;

  if (ENGINE) console.log(`The engine's own measurement (at most ${ENGINE} s) ...`);
  const engine = await evaluation(ROOT, ENGINE);
  const sums = Object.fromEntries(Object.keys(PAGES).map(kind => [kind, summary(visits[kind])]));
  const list = rowsOf({ summary: sums, kept, engine, outreach });
  const title = `Cold, brotli, ${SLOW.kbits} kbit/s, ${SLOW.latency} ms, processor ${SLOW.cpu} x slower, 360 x 740, Chromium ${chromium}, median of ${RUNS}`;
  console.log(`\n${title}\n\n${table(list)}\n`);
  if (typeof engine === 'string') console.log(`Evaluation: ${engine}.`);
  console.log(`Bytes as the browser counts them, brotli. Heap: V8's used size after a collection; wasm memory: memory.buffer.byteLength, asked of the instance.
Taps: real mouse events, ${sums.ours.taps} / ${sums.preact.taps} / ${sums.surveyjs.taps} of them, from the event's own time to the frame with the next question painted.
Not measured here: the other engines (cargo xtask test).`);

  writeFileSync(join(into, 'bench.svg'), chart(list, title));
  const machine = `${availableParallelism()} cores (${cpus()[0].model.trim()}), ${process.platform} ${process.arch}`;
  const report = {
    title, machine, runs: RUNS, throttle: SLOW, chromium, versions: versions(modules), cores: availableParallelism(), load: loadavg(),
    rows: list.map(({ name, text, ours, preact, surveyjs, floor, survey, budget, holds }) => ({ name, text, ours, preact, surveyjs, ratios: { preact: floor, surveyjs: survey }, budget, holds })),
    summary: sums, engine, kept, outreach, visits,
  };
  writeFileSync(join(into, 'bench.json'), `${JSON.stringify(report, null, 1)}\n`);
  console.log(`Written: ${join(into, 'bench.json')}, bench.svg, pictures.`);
  if (options.write) publish(report);
} catch (error) {
  console.error(`bench: ${error.message}`);
  if (env.BENCH_TRACE) console.error(error.stack);
  process.exitCode = 1;
} finally {
  if (browser) await browser.stop();
  for (const server of servers) await server.close();
}
