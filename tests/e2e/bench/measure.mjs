// One cold visit to one page: loading, the race to the second question, a whole run, the memory after it.
import { strict as assert } from 'node:assert';
import { pause } from '../adapters/page.mjs';
import { ANSWERS, IDS } from './questions.mjs';
import { watch } from './watch.mjs';
import { listen } from './wire.mjs';

/** 400 kbit/s both ways, 400 ms, a processor six times slower: a cheap phone on 3G. */
export const SLOW = { kbits: 400, latency: 400, cpu: 6 };

const HOOKS = { field: 'fieldset[data-question]', name: 'data-question', next: '[data-action="next"]', opening: '[data-opening]', last: '[data-action="next"]' };
export const PAGES = {
  ours: HOOKS,
  preact: HOOKS,
  surveyjs: { field: '.sd-question[data-name]', name: 'data-name', next: '.sd-navigation__next-btn', last: '.sd-navigation__complete-btn' },
};

async function visit(browser, kind, url, { slow, advance }) {
  await browser.fresh();
  const { tab } = browser, cdp = await browser.cdp();
  const wire = await listen(cdp);
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: false });
  if (slow) {
    const throughput = slow.kbits * 1000 / 8;
    await cdp.send('Network.emulateNetworkConditions', { offline: false, latency: slow.latency, downloadThroughput: throughput, uploadThroughput: throughput });
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: slow.cpu });
  }
  await tab.addInitScript(`(${watch})(${JSON.stringify(PAGES[kind])}, ${JSON.stringify({ first: ANSWERS[IDS[0]][0], advance })})`);
  await tab.goto(url, { waitUntil: 'commit' });
  return { tab, cdp, wire, kind };
}

/** Asks the page, seldom enough not to disturb it. */
async function until(tab, what, expression, seconds = 90) {
  for (const end = Date.now() + seconds * 1000; ; await pause(250)) {
    const got = await tab.evaluate(expression);
    if (got) return got;
    if (Date.now() > end) throw new Error(`waited ${seconds} s for ${what}; ${await tab.evaluate('JSON.stringify([__bench.marks, __bench.where(), __bench.lost])')}`);
  }
}
const tapOn = (tab, selector) => tab.locator(selector).filter({ visible: true }).first().click({ timeout: 60000 });
const where = tab => tab.evaluate('__bench.where()');

/** From the second question to the end, by real taps; `see` may take pictures. */
async function walk({ tab, kind }, see) {
  for (let at = 1; at < IDS.length; at++) {
    const id = IDS[at], page = PAGES[kind];
    assert.equal(await where(tab), id, `${kind}: question ${at + 1} is ${id}`);
    for (const choice of ANSWERS[id]) await tapOn(tab, `label:has(input[value="${choice}"]), input[value="${choice}"] + label`);
    assert.deepEqual(await tab.evaluate('__bench.checked()'), ANSWERS[id], `${kind}: ${id} is ticked as wanted`);
    await see(`question-${at + 1}`);
    await tapOn(tab, at + 1 < IDS.length ? page.next : page.last);
    await until(tab, `what comes after ${id}`, `__bench.taps.length === ${at}`);
  }
  if (kind === 'ours') {
    // What peers do not have: anything after the last question.
    for (let spare = 0; spare < 4 && await where(tab) !== 'review'; spare++) {
      await tapOn(tab, '[data-action="skip"]');
      await until(tab, 'the review page', `__bench.taps.length === ${IDS.length + spare}`);
    }
    for (const screen of ['results', 'plan']) {
      await tapOn(tab, `[data-action="${screen}"]`);
      await until(tab, screen, `__bench.where() === '${screen}' && __bench.taps.some(tap => tap.to === '${screen}')`);
      await see(screen);
    }
  } else assert.equal(await where(tab), null, `${kind}: no question is left`);
  await see('end');
}

async function memory({ tab, cdp }) {
  await tab.evaluate('__bench.stopped = true');
  await cdp.send('HeapProfiler.collectGarbage');
  const heap = await cdp.send('Runtime.getHeapUsage');
  const wasm = await tab.evaluate('__bench.memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0)');
  return { heap: heap.usedSize, wasm, outside: heap.embedderHeapUsedSize || 0, buffers: heap.backingStorageSize || 0 };
}

/** All figures of one visit. Times in ms since the navigation began, as the page's own clock has them. */
export async function measure(browser, kind, url, { slow = SLOW, see = async () => {} } = {}) {
  const page = await visit(browser, kind, url, { slow, advance: !!slow });
  if (!slow) {
    await until(page.tab, 'the first question', '__bench.marks.first > 0');
    if (kind === 'ours') await until(page.tab, 'buoc-so:ready', '__bench.marks.ready > 0');
    await see('question-1');
    await tapOn(page.tab, PAGES[kind].next);
    await until(page.tab, 'the second question', `__bench.where() === '${IDS[1]}'`);
    await page.tab.evaluate('__bench.taps.length = 0');
  } else {
    await until(page.tab, 'the second question', '__bench.marks.second > 0');
    if (kind === 'ours') await until(page.tab, 'buoc-so:ready', '__bench.marks.ready > 0');
  }
  const { marks, lost, origin, paint } = await page.tab.evaluate(`({ marks: __bench.marks, lost: __bench.lost, origin: performance.timeOrigin,
    paint: (performance.getEntriesByName('first-contentful-paint')[0] || {}).startTime || 0 })`);
  await pause(300);
  const second = page.wire.until(origin + marks.second), ready = page.wire.until(origin + (marks.ready || Infinity));
  await walk(page, see);
  return {
    first: Math.max(marks.first, paint), paint, second: marks.second, ready: marks.ready || null, lost, secondBytes: second.bytes, secondBodies: second.bodies, readyBodies: ready.bodies, secondFiles: second.files,
    readyBytes: ready.bytes, allBytes: page.wire.all().bytes, files: page.wire.all().files,
    taps: await page.tab.evaluate('__bench.taps'), memory: await memory(page),
  };
}

/** Whether an answer given to the static page at once is still there when the app has taken over. */
export async function keepsAnswer(browser, url) {
  const { tab } = await visit(browser, 'ours', url, { slow: SLOW, advance: false });
  await until(tab, 'buoc-so:ready', '__bench.marks.ready > 0');
  const [inShadow, checked, marks] = await tab.evaluate('[__bench.inShadow(), __bench.checked(), __bench.marks]');
  assert.ok(marks.first < marks.ready, 'the answer was given before the app was there');
  return inShadow && checked.length === 1 && checked[0] === ANSWERS[IDS[0]][0];
}
