// Without a network: the service worker of our own page, its sign, updates, the kill switch. The server is really gone.
// Pages come without the recording script here: the worker keeps a file only with exactly the bytes of the build.
import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PEOPLE } from '../answers.mjs';
import { action, toQuestion, toResults } from '../walk.mjs';

const person = PEOPLE.citizen;
const drawn = () => { const s = P.state(); return s.inShadow && s.screens === 1 && s.screen; };

/** The first visit, until everything is on the device. */
async function visit(test) {
  const { page } = test;
  test.expected.push(/./);
  test.site.inject = [];
  await test.load(`${test.site.base}index.html`);
  await page.until('the sign "ready"', () => document.querySelector('[data-offline="ready"]') !== null, [], 3 * page.patience);
}

/** The next version of the site: another page (its title says so) and a worker that knows it. */
function publish(test, title) {
  const read = name => readFileSync(join(test.dist, name), 'utf8');
  const page = read('index.html').replace(/<title>[^<]*/, `<title>${title}`);
  const hash = createHash('sha256').update(page).digest('hex').slice(0, 16);
  const worker = read('sw.js').replace(/("index\.html":")[0-9a-f]{16}/, `$1${hash}`).replace(/(BUNDLE=")[0-9a-f]{8}/, `$1${hash.slice(0, 8)}`);
  test.site.fault = path => (path === '/index.html' || path === '/' ? { bytes: Buffer.from(page) } : path === '/sw.js' ? { bytes: Buffer.from(worker) } : null);
}
const updated = () => navigator.serviceWorker.getRegistration().then(found => found.update().then(() => true, () => true));
const waits = () => navigator.serviceWorker.getRegistration().then(found => !!found.waiting);

/** By Chromium's own criteria. */
const installable = async test => {
  await visit(test);
  const session = await test.page.cdp();
  const { errors, data, url } = await session.send('Page.getAppManifest');
  assert.deepEqual(errors, [], 'the manifest has no errors');
  assert.ok(url.endsWith('/manifest.webmanifest') && JSON.parse(data).icons.length >= 3);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // The windows of these tests are private ones, and that is all.
  assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito'), [], 'nothing stands against installing');
};
installable.engines = ['chromium'];

export default {
  'offline-installable': installable,

  'offline-after-one-visit': async test => {
    const { page } = test;
    await visit(test);
    await test.site.close();
    test.site.gone = true;
    await page.open(test.site.base);
    await page.until('the tool without a network', drawn, [], 3 * page.patience);
    await page.until('the sign "ready"', () => document.querySelector('[data-offline="ready"]') !== null, [], 3 * page.patience);
    await toResults(page, person);
    assert.ok((await page.eval(() => P.platforms())).length > 0, 'results without a network');
    test.shows('own page', 'offline');
    await page.open(`${test.site.base}index.html?lang=en`);
    await page.until('English without a network', () => { const s = P.state(); return s.inShadow && s.lang === 'en'; }, [], 3 * page.patience);
    await page.open(`${test.site.base}cam-nang.html`);
    await page.until('the handbook without a network', () => document.querySelector('main[data-screen="guide"] h1') !== null);
  },

  'offline-update-waits-for-an-empty-screen': async test => {
    const { page } = test;
    await visit(test);
    await page.open(`${test.site.base}index.html`);
    await page.until('the tool, given by the worker', () => navigator.serviceWorker.controller !== null && document.querySelector('[data-offline="ready"]') !== null, [], 3 * page.patience);
    await toQuestion(page, person, 'internet');
    await page.eval(() => { window.mark = 1; });
    publish(test, 'two');
    await page.eval(updated);
    await page.until('the new worker waits', waits, [], 3 * page.patience);
    await page.check('internet', 'home');
    await action(page, 'next');
    assert.equal(await page.eval(() => window.mark), 1, 'not loaded anew in the middle of the questions');
    // Another window takes the new version: this one goes on as it was.
    await page.eval(() => navigator.serviceWorker.getRegistration().then(found => { found.waiting.postMessage({ type: 'take' }); }));
    await page.until('the new worker is in charge', () => navigator.serviceWorker.getRegistration().then(found => !found.waiting && found.active.state === 'activated'), [], 3 * page.patience);
    await toResults(page, person);
    assert.equal(await page.eval(() => window.mark), 1, 'the old page goes on to its end');
    await page.click('[data-action="settings"]');
    await page.click('[data-action="wipe"]');
    await page.until('after wiping, the new version', () => window.mark === undefined && document.title === 'two' && P.state().screen === 'welcome', [], 3 * page.patience);
  },

  'offline-update-on-the-welcome-screen': async test => {
    const { page } = test;
    await visit(test);
    await page.open(`${test.site.base}index.html`);
    await page.until('the tool, given by the worker', () => navigator.serviceWorker.controller !== null && document.querySelector('[data-offline="ready"]') !== null, [], 3 * page.patience);
    publish(test, 'two');
    await page.open(`${test.site.base}index.html`);
    await page.until('the new version by itself', () => document.title === 'two' && document.querySelector('[data-offline="ready"]') !== null, [], 3 * page.patience);
  },

  'offline-never-half': async test => {
    const { page } = test;
    test.expected.push(/./);
    test.site.inject = [];
    // One file is not of this version (a host in the middle of an upload).
    test.site.fault = path => (path === '/cam-nang-en.html' ? { bytes: Buffer.from('<!doctype html><title>x</title>') } : null);
    await test.load(`${test.site.base}index.html`);
    await page.until('the sign that something is missing', () => document.querySelector('[data-offline="missing"]') !== null, [], 3 * page.patience);
    assert.equal(await page.eval(() => navigator.serviceWorker.getRegistration().then(found => !!(found && found.active))), false, 'no worker with half a bundle');
    test.site.fault = null;
    await page.open(`${test.site.base}index.html`);
    await page.until('the sign "ready" once all is right', () => document.querySelector('[data-offline="ready"]') !== null, [], 3 * page.patience);
  },

  'offline-sign-turns-red': async test => {
    const { page } = test;
    await visit(test);
    await page.eval(async () => {
      for (const name of await caches.keys()) await (await caches.open(name)).delete(new URL('cam-nang-en.html', location.href).href);
    });
    await test.site.close();
    test.site.gone = true;
    await page.open(`${test.site.base}index.html`);
    await page.until('red: the browser has thrown something away', () => document.querySelector('[data-offline="missing"]') !== null, [], 3 * page.patience);
    await toQuestion(page, person, 'internet');
  },

  'offline-kill-switch': async test => {
    const { page } = test;
    await visit(test);
    // Another copy of the site on the same host keeps what it has.
    await page.eval(() => caches.open('buoc-so https://example.vn/other/ 1'));
    const off = readFileSync(join(test.dist, 'sw-off.js'));
    test.site.fault = path => (path === '/sw.js' ? { bytes: off } : null);
    // The browser looks for a new worker at a visit; some engines take it at the next.
    for (let visits = 0, left = 1; left && visits < 5; visits++) {
      await page.open(`${test.site.base}index.html`);
      await page.until('the tool', drawn, [], 3 * page.patience);
      left = await page.until('an answer', async () => {
        for (let tries = 0; tries < 15; tries++) {
          const found = await navigator.serviceWorker.getRegistrations();
          if (!found.length && (await caches.keys()).join() === 'buoc-so https://example.vn/other/ 1') return 'gone';
          await new Promise(done => setTimeout(done, 200));
        }
        return 'there';
      }) !== 'gone';
      assert.ok(!left || visits < 4, 'no worker and no files are left');
    }
    await page.open(`${test.site.base}index.html`);
    await page.until('the tool from the network', drawn, [], 3 * page.patience);
  },
};
