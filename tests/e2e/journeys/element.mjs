// The element as a portal's script sees it: properties, attributes that change and go away, loaded twice, mode="page".
import { strict as assert } from 'node:assert';
import { PEOPLE } from '../answers.mjs';
import { action, expectScreen, ready, toQuestion, toResults } from '../walk.mjs';

const person = PEOPLE.citizen;
const set = (page, name, value) => page.eval((n, v) => {
  const element = document.querySelector('buoc-so');
  if (v === null) element.removeAttribute(n); else element.setAttribute(n, v);
}, name, value);

export const engines = ['chromium', 'chromium-64', 'firefox', 'webkit'];
export default {
  'element-properties-before-upgrade': async test => {
    const { page } = test;
    // The script comes when the properties are there already.
    const body = '<p id="before">Trước</p><buoc-so></buoc-so>';
    await test.load(test.portal.page('/som.html', { body }));
    await page.until('the element', () => !!document.querySelector('buoc-so'));
    await page.eval(src => {
      const element = document.querySelector('buoc-so');
      Object.assign(element, { province: '40', start: 'learn', theme: 'dark', save: 'session' });
      element.lang = 'en';
      const script = document.createElement('script');
      script.type = 'module';
      script.src = src;
      document.head.appendChild(script);
    }, `${test.site.sub}embed.js`);
    const state = await ready(page);
    assert.deepEqual([state.lang, state.theme], ['en', 'dark']);
    assert.deepEqual(await page.eval(() => { const e = document.querySelector('buoc-so'); return [e.province, e.start, e.getAttribute('save'), typeof e.version, e.events]; }),
      ['40', 'learn', 'session', 'string', 1]);
    await toQuestion(page, person, 'needs');
    assert.deepEqual((await page.state()).checked, ['learn']);
  },

  'element-attributes-change': async test => {
    const { page } = test;
    await test.embedded({ element: '<buoc-so save="device"></buoc-so>' });
    await toQuestion(page, person, 'internet');
    await page.until('kept', async () => (await P.kept()).device > 0);
    await set(page, 'theme', 'contrast');
    await page.until('contrast', () => P.state().theme === 'contrast');
    await set(page, 'theme', null);
    await page.until('as the device says', () => P.state().theme === 'auto');
    await set(page, 'lang', 'en');
    await page.until('English', () => P.state().lang === 'en');
    await set(page, 'lang', null);
    await page.until('the language of the page', () => P.state().lang === 'vi');
    await set(page, 'save', null);
    await page.until('nothing is kept', async () => { const kept = await P.kept(); return kept.device === 0 && kept.session === 0; });
    assert.equal((await page.state()).question, 'internet', 'the person stays where they were');
    await set(page, 'start', 'health');
    await toQuestion(page, person, 'needs');
    assert.deepEqual((await page.state()).checked, ['health']);
    await set(page, 'start', 'learn');
    await page.eval(() => new Promise(done => { setTimeout(done, 200); }));
    assert.deepEqual((await page.state()).checked, ['health'], 'what is answered stays');
  },

  // A portal's script that does something at once when it hears of a screen or a result, or sees the focus go in.
  'element-changed-in-its-own-events': async test => {
    const { page } = test;
    await test.embedded({ element: '<buoc-so></buoc-so>' });
    await page.eval(() => {
      const element = document.querySelector('buoc-so');
      let turn = 0;
      const change = () => { turn += 1; element.setAttribute('theme', turn % 2 ? 'dark' : 'light'); };
      ['buoc-so:screen', 'buoc-so:result', 'focusin'].forEach(name => element.addEventListener(name, change));
      window.__turns = () => turn;
    });
    await toResults(page, person);
    assert.ok(await page.eval(() => window.__turns()) > 8, 'events were heard');
    await page.until('as the last event said', () => P.state().theme === (window.__turns() % 2 ? 'dark' : 'light'));
    // A result is told once, not each time that something is drawn.
    const before = await page.eval(() => window.__turns());
    await page.eval(() => { document.querySelector('buoc-so').setAttribute('theme', 'contrast'); });
    await page.until('contrast', () => P.state().theme === 'contrast');
    assert.equal(await page.eval(() => window.__turns()), before, 'nothing new is told');
  },

  'element-moved-goes-on-keeping': async test => {
    const { page } = test;
    const away = async () => {
      await page.eval(() => { const el = document.querySelector('buoc-so'); window.__place = el.parentNode; window.__el = el; el.remove(); });
      await page.eval(() => new Promise(done => { setTimeout(done, 50); }));
      await page.eval(() => { window.__place.appendChild(window.__el); });
      await page.until('again', () => { const s = P.state(); return s.inShadow && s.screens === 1; });
    };
    await test.embedded({ element: '<buoc-so save="device"></buoc-so>' });
    await toQuestion(page, person, 'internet');
    await away();
    assert.equal((await page.state()).question, 'internet');
    await toQuestion(page, person, 'money');
    await page.until('what came after the move is kept, too', async () => JSON.stringify((await P.stored()).local).includes('vneid'));
    // And what is kept from last time is not lost by a move before it is taken up.
    await test.reload();
    await ready(page);
    await page.check('audience', 'citizen');
    await away();
    await page.until('the answer is there', () => P.state().checked.join() === 'citizen');
    await action(page, 'next');
    assert.match(JSON.stringify((await page.stored()).local), /internet/, 'what was kept from last time');
  },

  'element-changed-while-away': async test => {
    const { page } = test;
    await test.embedded({ element: '<buoc-so save="device" theme="dark"></buoc-so>' });
    await toQuestion(page, person, 'internet');
    await page.until('kept', async () => (await P.kept()).device > 0);
    await page.eval(() => { const el = document.querySelector('buoc-so'); window.__place = el.parentNode; window.__el = el; el.remove(); });
    await page.eval(() => new Promise(done => { setTimeout(done, 50); }));
    await page.eval(() => { window.__el.removeAttribute('save'); window.__el.theme = 'contrast'; window.__place.appendChild(window.__el); });
    await page.until('what the host says now', async () => P.state().theme === 'contrast' && (await P.kept()).device === 0);
    assert.equal((await page.state()).question, 'internet');
  },

  // Nine seconds after the page began: whoever has just come has not waited.
  'element-inserted-late': Object.assign(async test => {
    const { page } = test;
    await test.load(test.portal.page('/muon.html', { body: `<script type="module" src="${test.site.sub}embed.js"></script>` }));
    const release = test.hold(/app-\w+\.wasm$/);
    await page.until('nine seconds', () => performance.now() > 9100, [], 12000);
    await page.eval(() => { document.querySelector('main').appendChild(document.createElement('buoc-so')); });
    await page.eval(() => new Promise(done => { setTimeout(done, 1200); }));
    release();
    await ready(page);
    await page.harvest();
    assert.deepEqual(page.events.filter(event => event.name === 'error'), [], 'nobody has waited long');
  }, { engines: ['chromium'] }),

  'element-loaded-twice': async test => {
    const { page } = test;
    const body = `<buoc-so></buoc-so><script type="module" src="${test.site.sub}embed.js"></script><script type="module" src="${test.site.base}embed.js"></script>`;
    await test.load(test.portal.page('/hai-lan.html', { body }));
    await ready(page);
    await action(page, 'skip');
    assert.equal(await page.eval(() => document.querySelector('buoc-so').shadowRoot.querySelectorAll('.bs').length), 1);
  },

  'element-own-history-in-a-portal': async test => {
    const { page } = test;
    const body = `<link rel="preload" href="/theirs.css" as="style"><buoc-so mode="page"></buoc-so><script type="module" src="${test.site.sub}embed.js"></script>`;
    test.portal.put('/theirs.css', 'p{}', { 'Content-Type': 'text/css' });
    const address = `${test.portal.page('/ca-trang.html', { body })}?lang=en&province=40`;
    await test.load(address);
    const state = await ready(page);
    assert.equal(state.lang, 'vi', 'the address of a portal is none of ours');
    await action(page, 'skip');
    await page.back();
    await page.until('back', () => P.state().screen === 'welcome');
    assert.deepEqual(await page.eval(() => [document.querySelectorAll('link[rel=preload]').length, P.all('[data-offline]').length + document.querySelectorAll('[data-offline]').length]), [1, 0]);
    assert.ok(!test.portal.log.some(entry => entry.path.endsWith('sw.js')), 'no worker of ours in a portal');
  },

  'element-says-its-version': async test => {
    const { page } = test;
    await test.embedded();
    await expectScreen(page, 'about', 'about');
    const shown = await page.eval(() => P.find('[data-screen]').textContent);
    const own = await page.eval(() => document.querySelector('buoc-so').version);
    assert.equal(await page.eval(() => P.shadow().querySelectorAll('main, header, nav, aside').length), 0, 'landmarks are the portal’s');
    assert.ok(own && shown.includes(own), `the version ${own} is on the about screen`);
  },
};
