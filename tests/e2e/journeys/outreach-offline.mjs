// A village hall without a network: after one visit the server is gone, and the page opens, counts, loads anew between persons and hands on.
import { strict as assert } from 'node:assert';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { begin, exportedText, finish, goTo, next, openPage, PLACE, savedFile, tapAll } from '../outreach.mjs';
import { figures } from '../tally.mjs';

/** Pages come without the recording script: the worker keeps a file only with exactly the bytes of the build. */
const drawn = (page, part) => page.until(`${part}, drawn`, wanted => {
  const s = P.screens();
  return s.length === 1 && P.state().inShadow && (s[0].getAttribute('data-part') || s[0].getAttribute('data-screen')) === wanted;
}, [part], 3 * page.patience);

async function visit(test, query = '') {
  test.expected.push(/./);
  test.site.inject = [];
  await test.load(`${test.site.base}outreach.html${query}`);
  await drawn(test.page, 'safety');
  await test.page.until('the sign "ready"', () => !!P.find('[data-ready="ready"]'), [], 3 * test.page.patience);
}
async function gone(test) {
  await test.site.close();
  test.site.gone = true;
}
const press = async (page, selector, part) => { await page.click(selector); if (part) await drawn(page, part); };

const listOf = (dist, worker) => Object.keys(JSON.parse(readFileSync(join(dist, worker), 'utf8').match(/FILES=(\{[^}]*\})/)[1]));

export default {
  'outreach-offline': async test => {
    const { page } = test;
    await visit(test);
    await gone(test);
    await page.open(`${test.site.base}outreach.html`);
    await drawn(page, 'safety');
    await page.until('the sign "ready" without a network', () => !!P.find('[data-ready="ready"]'), [], 3 * page.patience);
    await press(page, '[data-action="next"]', 'setup');
    for (const [id, value] of Object.entries(PLACE)) await page.eval((field, text) => { const el = P.find('#' + field); el.value = text; ['input', 'change'].forEach(name => el.dispatchEvent(new Event(name, { bubbles: true }))); }, id, value);
    await press(page, '[data-action="start"]', 'between');
    for (let i = 0; i < 3; i++) {
      await page.eval(() => { window.__before = true; });
      await page.click('[data-action="next-person"]');
      await page.until('the next person', () => !window.__before && P.state().inShadow && P.state().screen === 'welcome', [], 3 * page.patience);
      await press(page, '[data-action="finish"]', 'between');
      await tapAll(page, { by_skill: 'online-payment' });
    }
    assert.equal(await page.eval(() => P.find('[data-tally="contacts_total"]').getAttribute('data-value')), '2');
    await press(page, '[data-action="end-session"]', 'join');
    await page.until('the part of this session', () => P.all('[data-batch][data-ended]').length > 0);
    assert.equal(figures((await savedFile(page))[0])['by_skill:online-payment'], 3, 'the file holds all: who was still there counts with the end');
    assert.ok((await exportedText(page)).length > 50);
    await press(page, '[data-action="go"][data-to="charts"]', 'charts');
    await page.click('[data-action="language"]');
    await page.until('English without a network', () => { const s = P.state(); return s.inShadow && s.screens === 1 && s.lang === 'en'; }, [], 3 * page.patience);
  },

  // A phone that keeps no copy, on a Wi-Fi that leads nowhere: the browser says there is a network. Loaded anew, the page would be gone.
  'outreach-offline-no-copy': async test => {
    const { page } = test;
    test.expected.push(/./);
    test.site.fault = path => (path === '/sw-outreach.js' ? '404' : null);
    await begin(test);
    await next(page);
    await gone(test);
    assert.equal(await page.eval(() => navigator.onLine), true, 'the browser knows of a network');
    for (let i = 0; i < 2; i++) {
      await page.check('audience', 'citizen');
      await press(page, '[data-action="next"]', 'question');
      await press(page, '[data-action="finish"]', 'between');
      await page.click('[data-action="next-person"]');
      await drawn(page, 'welcome');
      await page.until('nothing of the person before', () => !P.find('input:checked'));
      // Longer than the page waits for an answer of the host.
      await page.eval(() => new Promise(done => setTimeout(done, 3500)));
      await drawn(page, 'welcome');
    }
    assert.equal(await finish(page), 2, 'both are counted');
  },

  // The safety page has a link to the paper form; whoever opens it in the hall has no network either.
  'outreach-offline-paper-form': async test => {
    const { page } = test;
    await visit(test);
    await page.open(`${test.site.base}outreach.html`);
    await drawn(page, 'safety');
    await gone(test);
    await page.eval(() => { P.find('a[href^="phieu"]').click(); });
    await page.until('the paper form without a network', () => /phieu/.test(location.pathname) && document.querySelector('h1, h2') !== null && !!document.querySelector('link[rel="stylesheet"]'));
  },

  'outreach-offline-red': async test => {
    const { page } = test;
    await visit(test);
    await page.eval(async () => {
      for (const name of await caches.keys()) await (await caches.open(name)).delete(new URL('cam-nang-en.html', location.href).href);
    });
    await gone(test);
    await page.open(`${test.site.base}outreach.html`);
    await page.until('red: the browser has thrown something away', () => !!P.find('[data-ready="missing"]'), [], 3 * page.patience);
    await drawn(page, 'safety');
  },

  'outreach-offline-lists': Object.assign(async test => {
    const ours = listOf(test.dist, 'sw-outreach.js'), theirs = listOf(test.dist, 'sw.js'), all = readdirSync(test.dist);
    const { assets } = { assets: all };
    assert.ok(!ours.some(path => /^(index\.html|app-|page-.*\.js|offline-|sw)/.test(path)), `nothing of the citizens' page: ${ours}`);
    assert.ok(!theirs.some(path => /outreach|^ready-|^phieu/.test(path)), `nothing of this page: ${theirs}`);
    for (const name of assets.filter(path => /^outreach/.test(path))) assert.ok(ours.includes(name), `${name} is in the list`);
    // What the page asks for from its first visit to the end of a session is in the list.
    test.site.log.length = 0;
    await begin(test);
    await next(test.page);
    await finish(test.page);
    await goTo(test.page, 'charts');
    await openPage(test, '?lang=en');
    const asked = [...new Set(test.site.log.map(({ path }) => path.slice(1)))].filter(path => path && !/^sw|robots|__e2e/.test(path));
    assert.deepEqual(asked.filter(path => !ours.includes(path)), [], 'everything that is asked for');
  }, { engines: ['chromium'] }),

  // Both workers live beside each other: that of the citizens' page answers for its page, ours for ours.
  'outreach-offline-beside': async test => {
    const { page } = test;
    await visit(test);
    await page.open(`${test.site.base}index.html`);
    await page.until('the citizens\' page is ready, too', () => document.querySelector('[data-offline="ready"]') !== null, [], 3 * page.patience);
    await page.open(`${test.site.base}outreach.html`);
    await drawn(page, 'safety');
    await gone(test);
    await page.open(`${test.site.base}outreach.html`);
    await drawn(page, 'safety');
    await page.until('the sign "ready"', () => !!P.find('[data-ready="ready"]'), [], 3 * page.patience);
    await page.open(`${test.site.base}index.html`);
    await page.until('the citizens\' page', () => { const s = P.state(); return s.inShadow && s.screens === 1 && s.screen === 'welcome'; }, [], 3 * page.patience);
  },
};
