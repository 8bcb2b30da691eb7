// node xtask/styles/run.mjs MODULES ENGINE FILE…: every style in the files (.css, and <style> in .html) against Chromium ENGINE.
// One line a finding: file:line: sentence; nothing when all is well. `cargo xtask build` calls it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { floor, stylesOf } from './floor.mjs';

const [modules, engine, ...files] = process.argv.slice(2);
const require = createRequire(join(modules, 'x.js'));
const check = floor({ tree: require('css-tree'), css: require('@mdn/browser-compat-data').css, engine: Number(engine) });

for (const file of files) {
  const source = readFileSync(file, 'utf8');
  for (const { line, text } of check(file.endsWith('.html') ? stylesOf(source) : source)) console.log(`${file}:${line}: ${text}`);
}
