// What the package holds and promises, and what of it Node and the compiler see.
import { strict as assert } from 'node:assert';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MODULES, PACKAGE, PAGE, ROOT, archive, assessed, filesBelow, inputs, json } from './workshop.mjs';

const about = json(join(PACKAGE, 'package.json'));
const leaves = value => (typeof value === 'string' ? [value] : Object.values(value).flatMap(leaves));
const engine = () => import(pathToFileURL(join(PACKAGE, about.exports['.'].node)));

function compiled(...more) {
  const { status, stdout } = spawnSync('node', [join(MODULES, 'typescript/bin/tsc'), '-p', PAGE, ...more], { encoding: 'utf8' });
  return { status, stdout };
}

export default {
  'it needs nothing, runs nothing on install and says what it is': () => {
    for (const key of Object.keys(about)) assert.ok(!/dependencies|scripts|^bin$|^gypfile$/i.test(key), key);
    const version = /^version = "(.*)"/m.exec(readFileSync(join(ROOT, 'Cargo.toml'), 'utf8'))[1];
    assert.deepEqual([about.version, archive()], [version, `buoc-so-${version}.tgz`]);
    assert.match(readFileSync(join(PACKAGE, about.license ? 'LICENSE' : ''), 'utf8'), /MIT License[^]*WITHOUT WARRANTY/);
    assert.ok(existsSync(join(PACKAGE, 'LICENCES.html')) && existsSync(join(PACKAGE, 'README.md')));
  },
  'all that it exports is there, with types first': () => {
    for (const target of Object.values(about.exports)) {
      leaves(target).forEach(file => assert.ok(existsSync(join(PACKAGE, file)), file));
      if (typeof target !== 'string') assert.equal(Object.keys(target)[0], 'types');
    }
    assert.deepEqual(about.sideEffects, [about.exports['./element'].default]);
  },
  'it holds what it names, and nothing else': () => {
    const text = readFileSync(join(PACKAGE, 'element/index.js'), 'utf8');
    const named = [...text.matchAll(/new URL\("\.\/files\/([^"]+)"/g)].map(([, file]) => file).sort();
    assert.ok(named.length > 8);
    assert.deepEqual(filesBelow(join(PACKAGE, 'element/files')), named);
    for (const file of filesBelow(PACKAGE).filter(name => /\.(js|ts|json)$/.test(name)))
      assert.doesNotMatch(readFileSync(join(PACKAGE, file), 'utf8'), /__[A-Z]\w*__|\/root\/|\/home\/|innerHTML|eval\(/, file);
    assert.equal(text.match(/import\.meta\.url/g).length, named.length);
  },
  'Node: the same as cargo xtask assess': async () => {
    const { load, assess } = await engine();
    assert.throws(() => assess({ answers: {} }), error => !error.key);
    await load();
    for (const input of inputs()) {
      let got;
      try { got = assess(input); } catch ({ name, key, message }) { got = { name, key, message }; }
      assert.deepEqual(got, assessed(input), JSON.stringify(input));
    }
  },
  'Node: what is no answer file is refused with key and sentence': async () => {
    const { load, assess } = await engine();
    await load();
    const round = {};
    round.answers = round;
    let deep = {};
    for (let at = 0; at < 90; at++) deep = { answers: deep };
    for (const [input, key] of [[undefined, '-'], [null, '-'], [7, '-'], ['{}', '-'], [[], '-'], [() => {}, '-'], [round, '-'], [{ answers: 1n }, '-'], [{}, 'answers'],
      [{ answers: [] }, 'answers'], [deep, '-'], [{ answers: {}, name: 'x'.repeat(1100000) }, '-']])
      assert.throws(() => assess(input), error => error instanceof Error && error.key === key && /^[^\n]{8,400}$/.test(error.message), String(key));
    // And it goes on afterwards.
    assert.equal(assess({ today: '2027-01-04', answers: {} }).today, '2027-01-04');
  },
  'Node: without a day it is today in Viet Nam, never before the catalogue': async () => {
    const { load, assess } = await engine();
    await load();
    const { now } = Date;
    const on = moment => { Date.now = () => Date.parse(moment); try { return assess({ answers: {} }).today; } finally { Date.now = now; } };
    assert.equal(on('2031-05-06T16:59:59Z'), '2031-05-06');
    assert.equal(on('2031-05-06T17:00:00Z'), '2031-05-07');
    assert.equal(on('2001-01-01T00:00:00Z'), assess({ answers: {} }).catalogue.as_of);
  },
  'TypeScript: the page is well typed, and what is wrong in it is found': () => {
    assert.deepEqual(compiled(), { status: 0, stdout: '' });
    assert.deepEqual(compiled('--module', 'nodenext', '--moduleResolution', 'nodenext'), { status: 0, stdout: '' });
  },
  'npm takes the package without a word': () => {
    const said = execFileSync('npm', ['pack', PACKAGE, '--dry-run', '--json', '--ignore-scripts', '--offline'], { encoding: 'utf8', cwd: PAGE, stdio: ['ignore', 'pipe', 'ignore'] });
    const [packed] = JSON.parse(said);
    assert.deepEqual(packed.files.map(({ path }) => path).sort(), filesBelow(PACKAGE));
  },
};
