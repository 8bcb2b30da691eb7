// The place where the page is built: a copy of `page/` with the package in its `node_modules`, unpacked from the file that a
// release gives out. Nothing is fetched.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createRequire } from 'node:module';

const env = process.env;
const HERE = dirname(fileURLToPath(import.meta.url));
export const ROOT = join(HERE, '../..');
export const MODULES = env.BUOC_SO_NODE_MODULES;
const PLACE = join(env.BUOC_SO_TARGET, 'npm/test');
/** The unpacked package. */
export const PACKAGE = join(PLACE, 'page/node_modules/buoc-so');
export const PAGE = join(PLACE, 'page');

export const artefact = name => readFileSync(join(env.BUOC_SO_ARTEFACTS, name));
export const archive = () => readdirSync(env.BUOC_SO_ARTEFACTS).find(name => name.endsWith('.tgz'));
export const json = path => JSON.parse(readFileSync(path, 'utf8'));
export const required = name => createRequire(join(MODULES, 'x.js'))(name);

rmSync(PLACE, { recursive: true, force: true });
cpSync(join(HERE, 'page'), PAGE, { recursive: true });
mkdirSync(PACKAGE, { recursive: true });
execFileSync('tar', ['-xzf', join(env.BUOC_SO_ARTEFACTS, archive()), '-C', PACKAGE, '--strip-components=1']);

/** All files below a folder, sorted. */
export const filesBelow = folder => readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile()).map(entry => join(entry.parentPath || entry.path, entry.name).slice(folder.length + 1)).sort();

/** Builds pages with Vite; gives back the folder. */
export async function built(pages, target) {
  const vite = await import(pathToFileURL(join(MODULES, 'vite/dist/node/index.js')));
  const out = join(PLACE, `built-${pages.join('-')}${target || ''}`);
  await vite.build({
    root: PAGE, configFile: false, logLevel: 'error', base: './',
    build: { outDir: out, emptyOutDir: true, ...(target && { target }), rollupOptions: { input: pages.map(page => join(PAGE, `${page}.html`)) } },
  });
  return out;
}

/** Answers as other people's programs have them: every ninth of the worked cases, and what nobody should send. */
export function inputs() {
  const { parse } = required('smol-toml');
  const folder = join(ROOT, 'tests/cases');
  const cases = filesBelow(folder).filter((name, at) => name.endsWith('.toml') && at % 9 === 0).map(name => {
    const { expect, ...input } = parse(readFileSync(join(folder, name), 'utf8'));
    return input;
  });
  const [first] = parse(readFileSync(join(ROOT, 'catalogue/questions.toml'), 'utf8')).question;
  const day = '2027-01-04';
  return cases.concat([
    { today: day, answers: {} },
    { today: day, answers: { [first.id]: first.choice[0].id }, skipped: [] },
    { today: day, answers: { [first.id]: 'no-such-choice' } },
    { today: day, answers: { 'no-such-question': 'x' } },
    { today: '2027-02-30', answers: {} },
    { today: day },
    { today: day, answers: {}, colour: 'red' },
    { today: day, answers: {}, used: ['no-such-platform'] },
  ]);
}

const known = new Map();
/** What `cargo xtask assess` says of the same: its print, or key and sentence. */
export function assessed(input) {
  const text = JSON.stringify(input);
  if (!known.has(text)) known.set(text, asked(text));
  return known.get(text);
}

function asked(text) {
  const file = join(PLACE, 'input.json');
  writeFileSync(file, text);
  try {
    return JSON.parse(execFileSync(env.BUOC_SO_XTASK, ['assess', file], { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }));
  } catch (error) {
    const [, key, message] = /^.*?input\.json: (.*?): (.*)$/.exec(error.stderr.trim());
    return { name: 'AnswersError', key, message };
  }
}
