// Files that do not come, come wrong or cut off; a wasm that traps. Never a blank or a page that only looks alive.
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { PEOPLE } from '../answers.mjs';
import { toQuestion } from '../walk.mjs';

const FAULTS = {
  'wasm-404': { file: /\.wasm$/, fault: '404', codes: ['wasm-missing'] },
  'wasm-cut-off': { file: /\.wasm$/, fault: { truncate: 0.5 }, codes: ['wasm-missing', 'wasm-engine'] },
  'wasm-rubbish': { file: /\.wasm$/, fault: { bytes: Buffer.from('<!doctype html><title>Login</title>'), type: 'text/html' }, codes: ['wasm-missing', 'wasm-engine'] },
  'catalogue-404': { file: /\/catalogue\/.*\.bin$/, fault: '404', codes: ['catalogue'] },
  'catalogue-cut-off': { file: /\/catalogue\/.*\.bin$/, fault: { truncate: 0.3 }, codes: ['catalogue'] },
  'catalogue-rubbish': { file: /\/catalogue\/.*\.bin$/, fault: { bytes: Buffer.alloc(4096, 0xff) }, codes: ['catalogue'] },
  'glue-404': { file: /\/app-[^/]*\.js$/, fault: '404', codes: ['wasm-missing'] },
};
/** What an engine may lack, put in place before everything else. */
const LACKS = { 'no-wasm': 'wasm-engine', 'no-memory': 'wasm-engine' };

/** The guide with all content, and how long after `buoc-so:error` it is there, by the page's own clock. */
async function guideIsThere(page) {
  const state = await page.until('the guide or the broken card, alone', () => { const s = P.state(); return (s.screen === 'guide' || s.screen === 'broken') && s.screens === 1 && s; }, [], 3 * page.patience);
  assert.ok(state.heading.trim().length > 0, 'with a heading');
  const after = await page.until('all content as text', () => {
    if (P.all('.guide [id^="p-"]').length < 50 || !P.all('.guide a[href^="tel:"]').length) return null;
    const told = window.__bs.events.filter(event => event.name === 'error')[0];
    return { ms: window.__guide - told.wall };
  });
  assert.ok(after.ms <= 2000, `two seconds after the failure the content is there: ${after.ms} ms`);
  await page.harvest();
  return page.events.filter(event => event.name === 'error').map(event => event.detail.code);
}

const broken = ({ file, fault, codes }) => async test => {
  const { page } = test;
  test.expected.push(/./);
  let hits = 0;
  test.site.fault = path => (file.test(path) ? (hits += 1, fault) : null);
  await test.load(`${test.site.base}index.html`);
  const said = await guideIsThere(page);
  assert.ok(hits > 0, 'the file was asked for');
  assert.ok(said.length === 1 && codes.includes(said[0]), `buoc-so:error once, with ${codes.join(' or ')}: ${said}`);
};

/** After a trap: a card with *Tải lại*, an event, and a reload that works. */
async function deadAndReload(test) {
  const { page } = test;
  await page.until('the card with reload, alone', () => { const s = P.state(); return s.screen === 'broken' && s.screens === 1 && s.tools.indexOf('reload') >= 0; }, [], 3 * page.patience);
  await page.harvest();
  assert.deepEqual(page.events.filter(event => event.name === 'error').map(event => event.detail.code), ['trap']);
}

const lacking = (name, code) => async test => {
  test.expected.push(/./);
  test.site.inject.push(`${name}.js`);
  await test.load(`${test.site.base}index.html`);
  assert.deepEqual(await guideIsThere(test.page), [code]);
};

/** The catalogue as a later program will write it: another schema number, the same size. */
async function schema(test) {
  test.expected.push(/./);
  const folder = join(test.dist, 'catalogue/1');
  test.site.fault = path => {
    if (!path.endsWith('.bin')) return null;
    const bytes = readFileSync(join(folder, basename(path)));
    bytes[0] += 1;
    return { bytes };
  };
  await test.load(`${test.site.base}index.html`);
  assert.deepEqual(await guideIsThere(test.page), ['catalogue']);
}

/** A network that gives no answer: the guide by the twelfth second; once there is one, the app with what was answered. */
async function hangs(test, reading) {
  const { page } = test;
  const release = test.hold(/\.wasm$/);
  await test.load(`${test.site.base}index.html`);
  await page.until('the static first screen', () => P.state().screen === 'welcome');
  await page.check('audience', 'cooperative');
  const seconds = await page.until('the guide', () => P.state().screen === 'guide' && P.state().screens === 1 && performance.now() / 1000, [], 14000);
  assert.ok(seconds <= 12, `the guide is there after ${seconds} s`);
  await page.until('all content as text', () => P.all('.guide [id^="p-"]').length >= 50);
  if (reading) await page.eval(() => { P.find('.guide a[href^="#"]').click(); });
  release();
  if (reading) {
    await page.until('a way to the app, for whoever reads', () => P.state().tools.includes('start'), [], 3 * page.patience);
    assert.equal((await page.state()).screen, 'guide', 'what is being read stays');
    await page.click('[data-action="start"]');
  }
  const state = await page.until('the app', () => { const s = P.state(); return s.ready && s.screen === 'welcome' && s.screens === 1 && s; }, [], 3 * page.patience);
  assert.deepEqual(state.checked, ['cooperative'], 'the early answer is kept');
  await page.harvest();
  assert.deepEqual(page.events.filter(event => event.name === 'error').map(event => event.detail.code), ['wasm-missing']);
}

async function once(test) {
  // A connection that breaks off in the middle of a file: it is asked for again.
  let cut = 0;
  test.site.fault = path => (/\.wasm$/.test(path) && cut++ < 1 ? { cut: true } : null);
  test.expected.push(/ERR_|net::/);
  await test.own();
  assert.ok(cut >= 2, 'asked for again');
  await toQuestion(test.page, PEOPLE.citizen, 'internet');
}
// The headless shell of Chromium 73 stopped answering in every second run when the connection broke off.
once.engines = ['chromium', 'chromium-64', 'chromium-80', 'chromium-92', 'firefox', 'webkit'];

async function noLoader(test) {
  // Not even the loader comes: a way to the handbook shows itself, without any script.
  const { page } = test;
  test.expected.push(/./);
  test.site.fault = path => (/\/page-[^/]*\.js$/.test(path) ? '404' : null);
  await test.load(`${test.site.base}index.html`);
  await page.until('the way to the handbook', () => { const link = document.querySelector('.stuck a'); return P.visible(link) && link.getBoundingClientRect().height >= 44 && performance.now() < 12500; }, [], 14000);
  await page.eval(() => { document.querySelector('.stuck a').click(); });
  await page.until('the handbook', () => document.querySelectorAll('main[data-screen="guide"] article').length > 50);
}
const reading = test => hangs(test, true);
// Each waits ten seconds and more.
reading.engines = ['chromium', 'chromium-64', 'firefox'];
noLoader.engines = ['chromium', 'chromium-64', 'webkit'];

export default {
  ...Object.fromEntries(Object.entries(FAULTS).map(([name, fault]) => [`broken-${name}`, broken(fault)])),
  ...Object.fromEntries(Object.entries(LACKS).map(([name, code]) => [`broken-${name}`, lacking(name, code)])),
  'broken-catalogue-schema': schema,
  'broken-network-hangs': test => hangs(test, false),
  'broken-network-hangs-reading': reading,

  'broken-once': once,

  'broken-and-old': async test => {
    // After the last day of the catalogue the guide, too, stands behind a sentence.
    test.expected.push(/./);
    test.site.inject.push('years-later.js');
    test.site.fault = path => (path.endsWith('.wasm') ? '404' : null);
    await test.load(`${test.site.base}index.html`);
    const { page } = test;
    await page.until('the guide behind a sentence', () => P.find('.guide details[data-old] [id^="p-"]') !== null, [], 3 * page.patience);
    assert.ok(await page.eval(() => P.all('.guide a[href^="tel:"]').every(link => P.closest(link, el => el.tagName === 'DETAILS' && !el.open) !== null)), 'no telephone number before it is opened');
    await page.eval(() => { P.find('.guide summary').click(); });
    await page.until('opened', () => P.find('.guide details').open);
  },

  'broken-no-loader': noLoader,

  'broken-wasm-mime': async test => {
    // A host that does not know .wasm: it must work all the same.
    test.site.fault = path => (path.endsWith('.wasm') ? { type: 'application/octet-stream' } : null);
    test.expected.push(/mime/i);
    await test.own();
    await toQuestion(test.page, PEOPLE.citizen, 'internet');
  },

  'trap-in-a-handler': async test => {
    const { page } = test;
    test.site.inject.push('trap.js');
    test.expected.push(/unreachable|RuntimeError|trap|recursive|closure|memory access/i);
    await test.own();
    await toQuestion(page, PEOPLE.citizen, 'internet');
    await page.check('internet', 'home');
    await page.eval(() => { window.__trap = 1; P.firstVisible('[data-action="next"]').click(); });
    await deadAndReload(test);
    await page.click('[data-action="reload"]');
    await page.until('the tool again', () => { const s = P.state(); return s.ready && s.inShadow && s.screen !== 'broken'; }, [], 3 * page.patience);
  },

  'trap-in-an-effect': async test => {
    // Somewhere in the middle of drawing the next screen.
    const { page } = test;
    test.site.inject.push('trap.js');
    test.expected.push(/unreachable|RuntimeError|trap|recursive|closure|memory access/i);
    await test.own();
    await toQuestion(page, PEOPLE.citizen, 'internet');
    await page.check('internet', 'home');
    await page.eval(() => { window.__trap = 40; P.firstVisible('[data-action="next"]').click(); });
    await deadAndReload(test);
  },

  'trap-at-start-up': async test => {
    const { page } = test;
    test.site.inject.push('trap.js');
    test.expected.push(/unreachable|RuntimeError|trap|recursive|closure|memory access/i);
    await test.load(`${test.site.base}index.html#trap=30`);
    await deadAndReload(test);
  },
};
