// node tests/duckdb/run.mjs: the queries of docs/outreach in DuckDB give exactly the totals of our own code, for every metric and key, quarter,
// province and commune. Needs BUOC_SO_NODE_MODULES and BUOC_SO_XTASK (cargo xtask test sets them).
import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
for (const name of ['BUOC_SO_NODE_MODULES', 'BUOC_SO_XTASK'])
  if (!process.env[name]) { console.error(`Set ${name} (cargo xtask test does it).`); process.exit(2); }
const { DuckDBInstance } = createRequire(join(process.env.BUOC_SO_NODE_MODULES, 'x.js'))('@duckdb/node-api');

const ROOT = join(HERE, '../..');
const tally = (...args) => execFileSync(process.env.BUOC_SO_XTASK, ['tally', ...args], { cwd: ROOT, maxBuffer: 1 << 28, encoding: 'utf8' });
const folder = mkdtempSync(join(tmpdir(), 'buoc-so-duckdb-'));
const SQL = readFileSync(join(ROOT, 'docs/outreach/queries.sql'), 'utf8');
const VIEWS = ['total', 'by_quarter', 'by_province', 'by_commune'];

// The statements as they stand in the file, but for the folder, and without those of a form that is not there.
function statements(forms) {
  const [head, csv, json, totals] = SQL.split(/^-- @(?:csv|json|totals):/m).map((part, at) => (at ? `-- ${part}` : part));
  const of = { csv, json };
  return [head, ...forms.map(form => of[form]), totals].join('\n').replaceAll("'exports/", `'${folder}/`);
}

async function asked(forms) {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(statements(forms));
  const rows = async sql => (await (await connection.runAndReadAll(sql)).getRows()).map(row => row.map(cell => (typeof cell === 'bigint' ? Number(cell) : cell)));
  const found = { sessions: (await rows('SELECT count(*) FROM kept'))[0][0] };
  for (const view of VIEWS) found[view] = await rows(`FROM ${view}`);
  connection.closeSync();
  return found;
}

const files = form => readdirSync(join(folder, form)).map(name => join(folder, form, name));
// Ours are by metric in the order of files, theirs by the alphabet.
const sorted = rows => rows.map(row => JSON.stringify(row)).sort();
function same(found, expected) {
  assert.equal(found.sessions, expected.sessions);
  for (const view of VIEWS) {
    assert.ok(expected[view].length > 20, view);
    assert.deepEqual(sorted(found[view]), sorted(expected[view]), view);
  }
}

const count = { passed: 0, failed: 0 };
const test = async (name, run) => {
  try {
    await run();
    count.passed += 1;
  } catch (error) {
    count.failed += 1;
    console.log(`FAILED ${name}\n    ${String(error.message).split('\n').slice(0, 30).join('\n    ')}`);
  }
};

try {
  tally('sample', folder, '--exports', '300');
  const ours = JSON.parse(tally('total', ...files('json')));
  await test('there is something to choose between', () => assert.ok(ours.sessions > 50 && ours.by_commune.length > 200));
  await test('texts give the same people as files', () => {
    const people = totals => totals.total.find(row => row[0] === 'contacts_total');
    assert.deepEqual(people(JSON.parse(tally('total', ...files('text')))), people(ours));
  });
  await test('tables', async () => same(await asked(['csv']), ours));
  await test('files', async () => same(await asked(['json']), ours));
  await test('both, so everything twice', async () => same(await asked(['csv', 'json']), ours));
  await test('one table of everything', async () => {
    const out = join(folder, 'csv', 'all.csv');
    tally('table', '--out', out, ...files('json'));
    for (const file of files('csv')) if (file !== out) rmSync(file);
    same(await asked(['csv']), ours);
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${count.passed} passed, ${count.failed} failed`);
process.exit(count.failed ? 1 : 0);
