// Files that do not come, come wrong or cut off; a wasm that traps. Never a blank or a page that only looks alive.
import { strict as assert } from 'node:assert';
import { PEOPLE } from '../answers.mjs';
import { toQuestion } from '../walk.mjs';

const FAULTS = {
  'wasm-404': { file: /\.wasm$/, fault: '404', codes: ['wasm-missing'] },
  'wasm-cut-off': { file: /\.wasm$/, fault: { truncate: 0.5 }, codes: ['wasm-missing', 'wasm-engine'] },
  'wasm-rubbish': { file: /\.wasm$/, fault: { bytes: Buffer.from('<!doctype html><title>Login</title>'), type: 'text/html' }, codes: ['wasm-missing', 'wasm-engine'] },
  'catalogue-404': { file: /\/catalogue\/.*\.bin$/, fault: '404', codes: ['catalogue'] },
  'catalogue-cut-off': { file: /\/catalogue\/.*\.bin$/, fault: { truncate: 0.3 }, codes: ['catalogue'] },
  'catalogue-rubbish': { file: /\/catalogue\/.*\.bin$/, fault: { bytes: Buffer.alloc(4096, 0xff) }, codes: ['catalogue'] },
};

const broken = ({ file, fault, codes }) => async test => {
  const { page } = test;
  test.expected.push(/./);
  let hits = 0;
  test.site.fault = path => (file.test(path) ? (hits += 1, fault) : null);
  await test.load(`${test.site.base}index.html`);
  const state = await page.until('the guide or the broken card, alone', () => { const s = P.state(); return (s.screen === 'guide' || s.screen === 'broken') && s.screens === 1 && s; }, [], 3 * page.patience);
  assert.ok(hits > 0, 'the file was asked for');
  assert.ok(state.heading.trim().length > 0, 'with a heading');
  await page.harvest();
  const said = page.events.filter(event => event.name === 'error').map(event => event.detail.code);
  assert.ok(said.length === 1 && codes.includes(said[0]), `buoc-so:error once, with ${codes.join(' or ')}: ${said}`);
};

/** After a trap: a card with *Tải lại*, an event, and a reload that works. */
async function deadAndReload(test) {
  const { page } = test;
  await page.until('the card with reload, alone', () => { const s = P.state(); return s.screen === 'broken' && s.screens === 1 && s.tools.indexOf('reload') >= 0; }, [], 3 * page.patience);
  await page.harvest();
  assert.deepEqual(page.events.filter(event => event.name === 'error').map(event => event.detail.code), ['trap']);
}

export default {
  ...Object.fromEntries(Object.entries(FAULTS).map(([name, fault]) => [`broken-${name}`, broken(fault)])),

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
