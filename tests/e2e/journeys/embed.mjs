// In a portal on another origin: attributes, the policies of contract 6 with Trusted Types, the portal's own content, two widgets.
import { strict as assert } from 'node:assert';
import { PEOPLE } from '../answers.mjs';
import { POLICIES } from '../server.mjs';
import { printed } from '../paper.mjs';
import { expectScreen, toDetail, toQuestion, toResults, toReview } from '../walk.mjs';

const person = PEOPLE.citizen;

/** A whole run inside a portal with this policy; engines that do not know its words show the guide and say why. */
const underPolicy = name => async test => {
  const { page } = test;
  const needsWord = name !== 'old-phones';
  if (needsWord && !test.engine.wasmPolicy) {
    test.expected.push(/./);
    test.violationsExpected = true;
    await test.load(test.portalPage({ csp: POLICIES[name] }));
    await page.until('the guide', () => { const s = P.state(); return s.screen === 'guide' && s.screens === 1; }, [], 3 * page.patience);
    await page.until('all content as text', () => P.all('.guide [id^="p-"]').length >= 50 && P.all('.guide a[href^="tel:"]').length > 0);
    await page.harvest();
    assert.deepEqual(page.events.filter(event => event.name === 'error').map(event => event.detail.code), ['wasm-policy'], 'and raises wasm-policy');
    if (name !== 'strict') return;
    for (const column of ['start', 'run or guide', 'results']) test.shows('strict portal', column, 'guide');
    await test.site.close();
    test.site.gone = true;
    await page.eval(() => { P.find('.guide a[href^="#"]').click(); });
    assert.ok(await page.eval(() => P.all('.guide [id^="p-"]').length >= 50), 'the guide can be read on without a network');
    test.shows('strict portal', 'offline', 'guide');
    await printed(test, '.guide article');
    test.shows('strict portal', 'print view', 'guide');
    return;
  }
  await test.embedded({ csp: POLICIES[name] });
  const seen = column => name === 'strict' && test.shows('strict portal', column);
  seen('start');
  if (name === 'strict') {
    // Loaded is loaded: from here on the portal's page needs no network.
    await test.site.close();
    test.site.gone = true;
  }
  await toResults(page, person);
  seen('offline');
  seen('run or guide');
  seen('results');
  const [first] = await page.eval(() => P.platforms());
  await toDetail(page, first.id);
  await page.click('[data-action="language"]');
  await page.until('English', () => P.state().lang === 'en');
  assert.deepEqual(await page.eval(() => P.kept()), { device: 0, session: 0 }, 'an embedded tool keeps nothing unless the portal says so');
};

/** On paper, in a portal: the content without buttons. */
const onPaper = async test => {
  const { page } = test;
  if (!test.engine.wasmPolicy) return;
  await test.embedded({ csp: POLICIES.strict });
  await toResults(page, person);
  await printed(test, '[data-platform]');
  test.shows('strict portal', 'print view');
};

export default {
  ...Object.fromEntries(Object.keys(POLICIES).map(name => [`portal-${name}`, underPolicy(name)])),

  'portal-print-view': onPaper,

  'portal-attributes': async test => {
    const { page } = test;
    const state = await test.embedded({ element: '<buoc-so lang="en" province="40" start="learn" theme="contrast" save="session"></buoc-so>' });
    assert.deepEqual([state.lang, state.theme], ['en', 'contrast']);
    await toQuestion(page, person, 'needs');
    assert.deepEqual((await page.state()).checked, ['learn']);
    const { asked } = await toReview(page, person);
    assert.ok(!asked.includes('province'));
    await page.until('kept for the session', async () => (await P.kept()).session > 0);
  },

  'portal-page-language': async test => {
    const state = await test.embedded({ lang: 'en' });
    assert.equal(state.lang, 'en', 'without lang the language of the page');
  },

  'portal-div': async test => {
    const { page } = test;
    const state = await test.embedded({ element: '<div data-buoc-so data-lang="en" data-start="health"></div>' });
    assert.equal(state.lang, 'en');
    await toQuestion(page, person, 'needs');
    assert.deepEqual((await page.state()).checked, ['health']);
  },

  'portal-own-content': async test => {
    const { page } = test;
    await test.embedded({ element: '<buoc-so><p id="theirs">Liên hệ: 0238 000 000</p></buoc-so>' });
    const theirs = await page.eval(() => { const el = document.getElementById('theirs'); return el && P.visible(el); });
    assert.equal(theirs, false, 'the portal’s own content is hidden, not removed');
    const width = await page.eval(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(width <= 0, 'the page does not scroll sideways');
  },

  'portal-address-untouched': async test => {
    const { page } = test;
    await test.embedded({ path: '/tin/bai.html' });
    const before = await page.eval(() => [location.href, history.length]);
    await toResults(page, person);
    await expectScreen(page, 'plan', 'plan');
    assert.deepEqual(await page.eval(() => [location.href, history.length]), before, 'an embedded tool leaves address and history to the portal');
  },

  'portal-removed-and-back': async test => {
    const { page } = test;
    await test.embedded();
    await toQuestion(page, person, 'internet');
    await page.eval(() => { const el = document.querySelector('buoc-so'); el.parentNode.removeChild(el); window.__el = el; });
    await page.eval(() => { document.querySelector('main').appendChild(window.__el); });
    await page.until('one screen again', () => { const s = P.state(); return s.inShadow && s.screens === 1; });
  },
};
