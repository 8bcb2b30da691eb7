// Made and removed, again and again: nodes, listeners, heap and wasm memory stay what they were (DevTools protocol, Chromium only).
import { strict as assert } from 'node:assert';
import { PEOPLE } from '../answers.mjs';
import { hostPage } from '../hosts.mjs';
import { tapThrough } from '../tapper.mjs';

const person = PEOPLE['household-business'];
const FEW = 10, MANY = 50;
/** Counters wobble by a few things of the engine's own; a widget has hundreds of nodes and listeners. */
const SLACK = { nodes: 5, listeners: 2, documents: 0, pages: 0 };

/** One life of an element: made, ready, walked to the results, in another place, removed. */
async function life(page) {
  await page.eval(() => { window.__bs.events = []; window.__tool = document.getElementById('a').appendChild(document.createElement('buoc-so')); });
  await page.until('ready', () => P.state().ready);
  await tapThrough(page, async (W, people) => {
    await W.toReview(people);
    await W.act('results');
    await W.tap('.cards [data-action="open"]');
    document.getElementById('b').appendChild(window.__tool);
    window.__tool.setAttribute('lang', 'en');
    await W.drawn(20);
    window.__tool.remove();
    window.__tool = null;
    await W.drawn(20);
  }, person);
}

async function measured(page, devtools) {
  for (let i = 0; i < 3; i++) await devtools.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners, documents } = await devtools.send('Memory.getDOMCounters');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const { result: kind } = await devtools.send('Runtime.evaluate', { expression: 'customElements.get("buoc-so").prototype' });
  const { objects } = await devtools.send('Runtime.queryObjects', { prototypeObjectId: kind.objectId });
  const { result: { value: alive } } = await devtools.send('Runtime.callFunctionOn', { objectId: objects.objectId, functionDeclaration: 'function () { return this.length; }', returnByValue: true });
  for (const { objectId } of [kind, objects]) await devtools.send('Runtime.releaseObject', { objectId });
  return { nodes, listeners: jsEventListeners, documents, alive, heap: Math.round(metrics.find(({ name }) => name === 'JSHeapUsedSize').value / 1024), pages: await page.eval(() => window.__pages()) };
}

const leaks = Object.assign(async test => {
  const { page } = test;
  test.site.inject.push('wasm-memory.js');
  await test.load(hostPage(test, 'empty'));
  await page.until('our script', () => !!customElements.get('buoc-so'));
  const devtools = await page.cdp();
  for (const domain of ['HeapProfiler', 'Performance', 'Runtime']) await devtools.send(`${domain}.enable`);
  const seen = [];
  for (let i = 1; i <= MANY; i++) {
    await life(page);
    if (i <= FEW || i % 10 === 0) seen.push({ lives: i, ...await measured(page, devtools) });
  }
  if (process.env.BUOC_SO_FIGURES) console.table(seen);
  const third = seen[2];
  for (const now of seen.slice(3)) {
    for (const [what, slack] of Object.entries(SLACK)) assert.ok(now[what] <= third[what] + slack, `${what}: ${third[what]} after 3 lives, ${now[what]} after ${now.lives}`);
    // The prototype's own instances: none is held by anything of ours.
    assert.ok(now.alive <= third.alive, `elements still alive: ${now.alive} after ${now.lives}`);
    assert.ok(now.heap <= third.heap * 1.1 + 256, `heap: ${third.heap} KB after 3 lives, ${now.heap} KB after ${now.lives}`);
  }
}, { engines: ['chromium'] });

export default { 'hosts-made-and-removed': leaks };
