// `frame.html` in a portal: with the script that follows its height, alone with scrolling inside, sandboxed both ways, without storage,
// under a strict policy; forged messages; address and history of the portal.
import { strict as assert } from 'node:assert';
import { PEOPLE } from '../answers.mjs';
import { hostPage } from '../hosts.mjs';
import { tapThrough } from '../tapper.mjs';

const person = PEOPLE['household-business'];
const FOLLOWS = '<script src="/hosts/frame-heard.js"></script><script src="/hosts/frame-height.js"></script>';
const SANDBOX = { none: '', scripts: 'sandbox="allow-scripts"', 'scripts-and-origin': 'sandbox="allow-scripts allow-same-origin"' };

async function opened(test, { sandbox = 'none', query = '', script = FOLLOWS, csp } = {}) {
  const { page } = test;
  if (query) test.opened.add(`${new URL(test.site.sub).pathname}frame.html${query}`);
  await test.load(hostPage(test, 'frame', { csp, vars: { sandbox: SANDBOX[sandbox], query, script } }));
  await page.until('the frame', () => document.readyState === 'complete');
  await page.enter();
  await page.until('ready inside', () => { const s = P.state(); return s.ready && s.inShadow && s.screens === 1; }, [], 3 * page.patience);
  await page.leave();
}
/** What the frame records about itself counts as the page's. */
const inside = async (page, work) => {
  await page.enter();
  try { return await work(); } finally { await page.harvest(); await page.leave(); }
};
/** The frame is as high as what is in it. */
async function fits(page, what) {
  const { high, scrolls } = await inside(page, () => page.until(`${what}: as high as its content`, () => {
    const high = document.documentElement.getBoundingClientRect().height;
    return Math.abs(innerHeight - high) <= 1 && { high, scrolls: document.documentElement.scrollWidth > innerWidth };
  }));
  assert.equal(scrolls, false, `${what}: nothing scrolls sideways`);
  return high;
}
const run = page => tapThrough(page, async (W, people) => { await W.toReview(people); await W.act('results'); return P.platforms().length; }, person);
const portal = page => page.eval(() => [location.href, history.length, JSON.stringify(history.state), document.title, window.name]);

const follows = sandbox => async test => {
  const { page } = test;
  await opened(test, { sandbox });
  const before = await portal(page), heights = [await fits(page, 'welcome')];
  assert.ok(await inside(page, () => run(page)) > 20);
  heights.push(await fits(page, 'results'));
  await inside(page, () => tapThrough(page, async W => { await W.act('settings'); }));
  heights.push(await fits(page, 'settings'));
  assert.ok(heights[1] > 3 * heights[2] && heights[2] > 200, `grows and shrinks: ${heights}`);
  assert.deepEqual(await portal(page), before, 'address and history are the portal’s');
  const heard = await page.eval(() => window.__heard);
  assert.ok(heard.length >= 3);
  const origin = sandbox === 'scripts' ? 'null' : test.site.origin;
  for (const { data, origin: from } of heard) {
    assert.deepEqual([Object.keys(data).sort(), data.type, Number.isInteger(data.height)], [['height', 'type'], 'buoc-so:height', true], 'a height and nothing else');
    assert.equal(from, origin);
  }
};

// 73: the meaning of 'self' in a sandbox.
export const engines = ['chromium', 'chromium-64', 'chromium-73', 'firefox', 'webkit'];
export default {
  ...Object.fromEntries(Object.keys(SANDBOX).map(sandbox => [`hosts-frame-sandbox-${sandbox}`, follows(sandbox)])),

  'hosts-frame-alone': async test => {
    const { page } = test;
    await opened(test, { script: '', query: '?lang=en&province=40&start=health&theme=contrast&save=nonsense' });
    const state = await inside(page, () => page.state());
    assert.deepEqual([state.lang, state.theme], ['en', 'contrast']);
    const asked = await inside(page, () => tapThrough(page, async (W, people) => {
      const asked = [];
      await W.toReview(people, async question => { asked.push(question); if (question === 'needs') asked.push(P.checked('needs').join()); });
      await W.act('results');
      return asked;
    }, person));
    assert.ok(!asked.includes('province') && asked.includes('health'), `${asked}`);
    assert.deepEqual(await page.eval(() => [document.getElementById('buoc-so-frame').height, document.getElementById('buoc-so-frame').clientHeight]), ['720', 720]);
    assert.ok(await inside(page, () => page.eval(() => { const before = scrollY; scrollTo(0, 500); return document.documentElement.scrollHeight > 720 && scrollY > before && P.sideways().length === 0; })), 'it scrolls inside');
  },

  'hosts-frame-forged': async test => {
    const { page } = test;
    await opened(test);
    const high = await fits(page, 'welcome');
    // Another source: the page itself, and a stranger's frame. Another shape: from our own frame.
    await page.eval(async address => {
      window.postMessage({ type: 'buoc-so:height', height: 4321 }, '*');
      const other = document.createElement('iframe');
      // Without an origin, as our own frame may be: only the source tells them apart.
      other.setAttribute('sandbox', 'allow-scripts');
      other.src = address;
      document.body.appendChild(other);
      await new Promise(done => { other.onload = done; });
    }, hostPage(test, 'stranger'));
    await inside(page, () => page.eval(() => {
      [null, 'buoc-so:height', 4321, { type: 'height', height: 4321 }, { type: 'buoc-so:height' }, { type: 'buoc-so:height', height: -1 }, { type: 'buoc-so:height', height: 'tall' }, [4321]].forEach(said => parent.postMessage(said, '*'));
    }));
    await page.until('all of them', () => window.__heard.filter(({ data }) => JSON.stringify(data).includes('4321')).length >= 5);
    await page.eval(() => new Promise(done => setTimeout(done, 100)));
    assert.equal(await page.eval(() => Number(document.getElementById('buoc-so-frame').height)), Math.ceil(high));
    // And what the portal says to the frame changes nothing there.
    await page.eval(() => { document.getElementById('buoc-so-frame').contentWindow.postMessage({ type: 'buoc-so:height', height: 5, lang: 'en' }, '*'); });
    assert.equal((await inside(page, () => page.state())).lang, 'vi');
    // It was the test that asked for the stranger.
    page.quiet = [];
  },

  'hosts-frame-storage-refused': async test => {
    const { page } = test;
    test.site.inject.push('refuse-storage.js');
    await opened(test, { query: '?save=device' });
    assert.ok(await inside(page, () => run(page)) > 20);
    await fits(page, 'results');
  },

  'hosts-frame-policy': async test => {
    const { page } = test;
    await opened(test, { csp: host => `default-src 'none'; script-src 'self' ${host}; frame-src ${host}` });
    assert.ok(await inside(page, () => run(page)) > 20);
    await fits(page, 'results');
    test.violationsExpected = true;
    test.expected.push(/./);
    await inside(page, () => page.eval(address => fetch(address).then(() => { throw new Error('another host was asked'); }, () => new Promise(done => setTimeout(done, 200))), `${test.portal.origin}/hosts/stranger.html`));
    assert.ok(page.violations.some(text => text.startsWith('connect-src')), `our own policy names our host only: ${page.violations}`);
    // Without the word for frames the portal gets nothing, and hears so.
    await test.load(hostPage(test, 'frame', { csp: host => `default-src 'none'; script-src ${host}` }));
    await page.until('refused', () => window.__bs.violations.some(text => /frame-src|default-src/.test(text)));
  },
};
