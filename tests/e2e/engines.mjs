// The engines, what each needs from the environment, and what it cannot do.
import { existsSync } from 'node:fs';
import { CdpPage } from './adapters/cdp.mjs';
import { PlaywrightPage } from './adapters/playwright.mjs';
import { WebDriverPage } from './adapters/webdriver.mjs';

const env = process.env;
const modules = env.BUOC_SO_NODE_MODULES;

/** `wasmPolicy`: knows 'wasm-unsafe-eval' (contract 6). `wasmAsEval`: reports wasm as `eval` and allows it ('unsafe-eval' is there). */
export const ENGINES = {
  chromium: { wasmPolicy: true, needs: ['BUOC_SO_NODE_MODULES', 'BUOC_SO_CHROMIUM'],
    launch: options => PlaywrightPage.launch({ modules, binary: env.BUOC_SO_CHROMIUM, ...options }) },
  ...Object.fromEntries([64, 73, 80, 92].map(version => [`chromium-${version}`, {
    wasmPolicy: false, wasmAsEval: version === 73 || version === 80, version, needs: ['BUOC_SO_NODE_MODULES', `BUOC_SO_CHROMIUM_${version}`],
    launch: () => CdpPage.launch({ modules, binary: env[`BUOC_SO_CHROMIUM_${version}`] }) }])),
  firefox: { wasmPolicy: true, needs: ['BUOC_SO_FIREFOX', 'BUOC_SO_GECKODRIVER'],
    launch: () => WebDriverPage.launch({ kind: 'firefox', binary: env.BUOC_SO_FIREFOX, driver: env.BUOC_SO_GECKODRIVER }) },
  webkit: { wasmPolicy: true, needs: ['BUOC_SO_WEBKITDRIVER'],
    launch: () => WebDriverPage.launch({ kind: 'webkit', binary: env.BUOC_SO_MINIBROWSER, driver: env.BUOC_SO_WEBKITDRIVER }) },
};

/** A browser with a profile that stays in `folder`, to be killed and started again; `page.program.kill()` does it. */
export function withProfile(name, folder) {
  if (name === 'firefox') return WebDriverPage.launch({ kind: 'firefox', binary: env.BUOC_SO_FIREFOX, driver: env.BUOC_SO_GECKODRIVER, folder });
  if (name === 'chromium') return CdpPage.launch({ modules, binary: env.BUOC_SO_CHROMIUM, folder, args: ['--headless=new', '--no-first-run', '--disable-component-update'] });
  return CdpPage.launch({ modules, binary: env[`BUOC_SO_${name.toUpperCase().replace('-', '_')}`], folder });
}

/** What is missing for an engine, as one sentence, or null. */
export function missing(name) {
  const engine = ENGINES[name];
  if (!engine) return `no such engine; there are: ${Object.keys(ENGINES).join(', ')}`;
  const unset = engine.needs.filter(key => !env[key]);
  if (unset.length) return `set ${unset.join(' and ')} (cargo xtask test does it)`;
  const lost = engine.needs.filter(key => !existsSync(env[key]));
  return lost.length ? `${lost.map(key => `${key}=${env[key]}`).join(', ')} does not exist` : null;
}
