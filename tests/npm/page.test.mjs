// The page built with Vite, in browsers, under a strict policy with Trusted Types.
import { strict as assert } from 'node:assert';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENGINES } from '../e2e/engines.mjs';
import { serveSite } from '../e2e/server.mjs';
import { PACKAGE, ROOT, assessed, built, filesBelow, inputs, json } from './workshop.mjs';

const sent = inputs();

/** A page of the build in an engine; its requests and what it complained of are judged, too. */
async function inBrowser(name, folder, page, work) {
  const site = await serveSite(folder, { inject: [] });
  const browser = await ENGINES[name].launch();
  try {
    await browser.fresh();
    await browser.goto(`${site.base}${page}.html`);
    await work(browser);
    assert.deepEqual(site.log.filter(({ status }) => status !== 200).map(({ path }) => path), []);
    assert.deepEqual(site.log.filter(({ query }) => query).map(({ path, query }) => path + query), []);
    assert.deepEqual(browser.errors, []);
  } finally {
    await browser.stop();
    await site.close();
  }
}

async function sameAsNative(browser) {
  const text = await browser.until('the results', () => (document.getElementById('out') || {}).textContent);
  const { early, results } = JSON.parse(text);
  assert.match(early, /load\(\)/);
  assert.equal(results.length, sent.length);
  results.forEach((result, at) => assert.deepEqual(result, assessed(sent[at]), JSON.stringify(sent[at])));
}

async function getsReady(browser) {
  const heard = await browser.until('ready', () => window.heard && window.heard.some(({ name }) => name === 'ready') && window.heard);
  assert.deepEqual(heard.filter(({ name }) => name === 'error'), []);
  const state = await browser.eval(() => ({ screens: P.screens().length, inputs: P.all('input').length, lang: P.lang(P.find('[data-screen]')),
    local: !!P.find('[data-local="head"]'), version: document.querySelector('buoc-so').version, coloured: getComputedStyle(P.find('[data-action="next"]')).backgroundColor, kept: localStorage.length }));
  assert.deepEqual({ ...state, coloured: null, inputs: state.inputs > 2 },
    { screens: 1, inputs: true, lang: 'en', local: true, version: json(join(PACKAGE, 'package.json')).version, coloured: null, kept: 0 });
  assert.doesNotMatch(state.coloured, /rgba\(0, 0, 0, 0\)|rgb\((239|240|192), /, 'the style sheet is there');
}

const engines = ['chromium', 'firefox'];
export default {
  'types alone, or an engine that is never called, leave nothing of the engine in a bundle': async () => {
    for (const page of ['types-only', 'unused']) {
      const folder = await built([page]);
      const files = filesBelow(folder);
      const text = files.filter(name => /\.(html|js)$/.test(name)).map(name => readFileSync(join(folder, name), 'utf8')).join('');
      assert.doesNotMatch(text, /WebAssembly|wasm['"`]/, page);
      assert.match(text, page === 'unused' ? /yes/ : /dataset/);
      // Vite copies what an address in a module names before it leaves the module out: a file that nothing asks for.
      if (page === 'types-only') assert.deepEqual(files.filter(name => !/\.(html|js)$/.test(name)), []);
    }
  },
  ...Object.fromEntries(engines.map(name => [`${name}: evaluates as cargo xtask assess does`, async () => {
    const folder = await built(['engine']);
    assert.equal(filesBelow(folder).filter(file => file.endsWith('.wasm')).length, 1);
    writeFileSync(join(folder, 'inputs.json'), JSON.stringify(sent));
    await inBrowser(name, folder, 'engine', sameAsNative);
  }])),
  'chromium-64: evaluates as cargo xtask assess does, too': async () => {
    const folder = await built(['engine'], 'chrome64');
    const page = join(folder, 'engine.html');
    // That engine does not know the newer word (contract 6).
    writeFileSync(page, readFileSync(page, 'utf8').replace("'wasm-unsafe-eval'", "$& 'unsafe-eval'"));
    writeFileSync(join(folder, 'inputs.json'), JSON.stringify(sent));
    await inBrowser('chromium-64', folder, 'engine', sameAsNative);
  },
  ...Object.fromEntries(engines.map(name => [`${name}: the element is registered by its import and gets ready`, async () => {
    const folder = await built(['element']);
    const scripts = filesBelow(folder).filter(file => /\.(js|html)$/.test(file)).map(file => readFileSync(join(folder, file), 'utf8'));
    assert.ok(scripts.every(script => !/data:(text|application)/.test(script)), 'a file became a part of an address');
    cpSync(join(ROOT, 'public/overlays/mau.json'), join(folder, 'local.json'));
    await inBrowser(name, folder, 'element', getsReady);
  }])),
};
