// What a province adds: shown, marked, kept; refused with a reason while the tool goes on; never a change of a base text.
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PEOPLE } from '../answers.mjs';
import { POLICIES } from '../server.mjs';
import { action, expectScreen, ready, toDetail, toQuestion, toResults } from '../walk.mjs';

const SAMPLE = 'overlays/mau.json';
const OWN = '40-phan-anh-hien-truong';
const person = { ...PEOPLE.citizen, province: '40' };

const places = page => page.eval(() => P.all('[data-local]').filter(P.visible).map(el => el.getAttribute('data-local')));
const errors = async page => { await page.harvest(); return page.events.filter(event => event.name === 'error').map(event => event.detail.code); };
/** Which platforms the results name, folded ones too. */
const named = page => page.eval(() => P.all('[data-platform]').map(el => el.getAttribute('data-platform')));

/** The overlay cannot be had: said in the page and to the host, and the whole rest works. */
const goesOn = prepare => async test => {
  const { page } = test;
  test.expected.push(/overlay|mau\.json|404|Failed to load/i);
  const address = await prepare(test);
  await test.own(`?overlay=${encodeURIComponent(address || SAMPLE)}`);
  await page.until('said', () => P.all('[data-local=refused]').length === 1);
  assert.deepEqual(await errors(page), ['overlay']);
  await toResults(page, PEOPLE.citizen);
  assert.ok(!(await named(page)).includes(OWN));
  assert.ok((await named(page)).includes('vneid'));
};

const changed = change => test => {
  const overlay = JSON.parse(readFileSync(join(test.dist, SAMPLE), 'utf8'));
  change(overlay);
  test.site.fault = path => (path.endsWith('mau.json') ? { bytes: Buffer.from(JSON.stringify(overlay)) } : null);
};

// The newest and the oldest, and another one: what an overlay does is the same wasm in all of them.
export const engines = ['chromium', 'chromium-64', 'firefox'];
const everywhere = run => Object.assign(run, { engines: [...engines, 'chromium-80', 'webkit'] });
export default {
  'overlay-own-page': everywhere(async test => {
    const { page } = test;
    await test.own(`?overlay=${SAMPLE}`);
    assert.deepEqual(await errors(page), []);
    assert.deepEqual([...new Set(await places(page))].sort(), ['contact', 'foot', 'head', 'sample', 'welcome']);
    assert.ok(await page.eval(() => P.all('[data-local=welcome]').some(el => el.getAttribute('lang') === 'fr')), 'a language that the tool does not speak');
    assert.ok(await page.eval(() => P.all('[data-local] a').every(a => /^(https:|tel:)/.test(a.getAttribute('href')))));
    const { asked } = await toResults(page, person);
    assert.ok(asked.includes('province'), 'something local is shown, so the province is asked');
    const all = await named(page);
    assert.ok(all.includes(OWN) && !all.includes('dat-phong') && all.includes('vneid'), 'one more, one less');
    await toDetail(page, OWN);
    assert.deepEqual((await places(page)).filter(place => place === 'sample'), ['sample'], 'marked on every screen');
    await page.click('[data-action="language"]');
    await page.until('English', () => P.state().lang === 'en' && P.find('[data-local=foot]').getAttribute('lang') === 'en');
  }),

  'overlay-about': async test => {
    const { page } = test;
    await test.own(`?overlay=${SAMPLE}&lang=en`);
    await expectScreen(page, 'about', 'about');
    assert.equal(await page.eval(() => P.find('[data-local=hidden]').getAttribute('data-value')), '1', 'what is hidden is counted');
    assert.equal(await page.eval(() => P.all('[data-local=edition]').length), 1);
  },

  'overlay-marks-are-kept': async test => {
    const { page } = test;
    await test.own(`?overlay=${SAMPLE}&save=device&province=40`);
    await toResults(page, PEOPLE.citizen);
    await toDetail(page, OWN);
    await page.click('[data-action="use"]');
    await page.until('marked', own => P.all(`[data-platform="${own}"]`).some(el => el.getAttribute('data-status') === 'using'), [OWN]);
    await test.reload();
    await ready(page);
    await action(page, 'resume');
    await page.until('somewhere', () => P.state().screens === 1);
    assert.match(JSON.stringify(await test.page.stored()), new RegExp(OWN), 'a mark on a platform of the province is not lost');
  },

  'overlay-in-a-portal': everywhere(async test => {
    const { page } = test;
    if (!test.engine.wasmPolicy) return;
    const element = `<buoc-so province="40" overlay="${test.site.sub}${SAMPLE}"></buoc-so>`;
    await test.embedded({ csp: POLICIES['strict-trusted-types'], element });
    assert.deepEqual(await errors(page), []);
    assert.equal(await page.eval(() => getComputedStyle(P.find('.go')).backgroundColor), 'rgb(122, 31, 75)', 'its colour');
    await toResults(page, PEOPLE.citizen);
    assert.ok((await named(page)).includes(OWN));
    assert.equal(await page.eval(() => document.querySelectorAll('[data-local]').length), 0, 'nothing of it in the page around');
    await toDetail(page, OWN);
    const reasons = await page.eval(() => P.all('[data-reason-question]').map(el => el.getAttribute('data-reason-question')));
    assert.ok(reasons.includes('audience') && !reasons.includes('province'), `what the portal says is no answer to go back to: ${reasons}`);
  }),

  'overlay-changed-on-the-way': async test => {
    const { page } = test;
    await test.embedded({ element: '<buoc-so province="40"></buoc-so>' });
    await toQuestion(page, PEOPLE.citizen, 'vneid');
    test.act = /mau\.json$|\/(overlay|local)-/;
    await page.eval(address => { document.querySelector('buoc-so').overlay = address; }, `${test.site.sub}${SAMPLE}`);
    await page.until('there', () => P.all('[data-local=head]').length === 1 && P.state().question === 'vneid');
    await page.until('ready again', () => window.__bs.events.filter(event => event.name === 'ready').length === 2);
    await toResults(page, PEOPLE.citizen);
    assert.ok((await named(page)).includes(OWN), 'answers stay');
    // A card that may be gone is not gone back to: its place may be another card's now.
    await toDetail(page, OWN);
    await page.eval(() => { document.querySelector('buoc-so').removeAttribute('overlay'); });
    await page.until('gone', () => P.all('[data-local]').length === 0 && P.state().screen === 'results');
    await page.until('without', own => P.all('[data-platform]').length > 0 && !P.all(`[data-platform="${own}"]`).length, [OWN]);
  },

  'overlay-missing': goesOn(test => { test.site.fault = path => (path.endsWith('mau.json') ? '404' : null); }),
  'overlay-damaged': goesOn(test => { test.site.fault = path => (path.endsWith('mau.json') ? { truncate: 0.6 } : null); }),
  'overlay-without-its-wasm': goesOn(test => { test.site.fault = path => (/overlay-\w+\.wasm$/.test(path) ? { truncate: 0.5 } : null); }),
  'overlay-may-not': goesOn(changed(overlay => { overlay.hide.push('vneid'); })),
  'overlay-poor-contrast': goesOn(changed(overlay => { overlay.colours.on_accent = '#8a2f5b'; })),
  'overlay-elsewhere': goesOn(test => test.portal.put('/mau.json', readFileSync(join(test.dist, SAMPLE)), { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'application/json' })),
  'overlay-hangs': goesOn(test => { test.hold(/mau\.json$/); }),
};
