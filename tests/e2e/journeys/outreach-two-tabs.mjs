// Two tabs on one session count at the same moment: nobody is lost, nobody is counted twice. Old engines have no Web Locks.
import { strict as assert } from 'node:assert';
import { begin, counted, next, tapAll, untilPart } from '../outreach.mjs';
import { DATABASE, figures, records } from '../tally.mjs';

const ROUNDS = 6;
const between = page => page.until('between two persons', () => P.screens().length === 1 && P.state().ready && P.screens()[0].getAttribute('data-part') === 'between', [], 3 * page.patience);
/** In the page: taps "next person" when the other tab does, or says it is time. */
const together = page => page.eval(first => {
  const line = new BroadcastChannel('e2e');
  const tap = () => { line.close(); P.find('[data-action="next-person"]').click(); };
  if (first) { line.postMessage('now'); tap(); } else line.onmessage = tap;
  window.__before = true;
}, page.first);
/** One of the tabs is always behind the other, where real taps do not come through in every engine. */
const press = (page, selector) => page.eval(wanted => { P.find(wanted).click(); }, selector);
const landed = page => page.until('the next person', () => !window.__before && P.state().ready && P.state().screen === 'welcome', [], 3 * page.patience);

async function kept(page) {
  const stored = await page.stored();
  const own = stored.idb[`${DATABASE}/texts`].filter(text => text.includes('"contacts_total"')).flatMap(records).map(figures);
  return Math.max(...own.map(found => found.contacts_total || 0));
}

// The shell of Chromium 73 is one process: of two tabs that load at once one now and then hears nothing of its files any more.
export const engines = ['chromium', 'chromium-64', 'chromium-80', 'chromium-92', 'firefox', 'webkit'];

export default {
  'outreach-two-tabs': async test => {
    const { page } = test;
    // What is asked for after one tab is ready is the other's loading.
    test.act = /./;
    await begin(test);
    await next(page);
    const other = await page.second();
    try {
      await other.goto(`${test.site.base}outreach.html`);
      await untilPart(other, 'welcome', 'welcome, as the session goes on in the second tab');
      page.first = true;
      for (let round = 0; round < ROUNDS; round++) {
        for (const [tab, taps] of [[page, { by_skill: 'online-payment' }], [other, { by_skill: 'online-services' }]]) {
          await press(tab, '[data-action="finish"]');
          await between(tab);
          await tapAll(tab, taps);
        }
        await together(other);
        await together(page);
        await Promise.all([landed(page), landed(other)]);
      }
      for (const tab of [page, other]) {
        await press(tab, '[data-action="finish"]');
        await between(tab);
        assert.equal(await counted(tab), 2 * ROUNDS, 'what the tab says');
      }
      assert.equal(await kept(page), 2 * ROUNDS, 'what is kept');
      const own = (await page.stored()).idb[`${DATABASE}/texts`].filter(text => text.includes('"contacts_total"')).flatMap(records).map(figures).find(found => found.contacts_total === 2 * ROUNDS);
      assert.deepEqual([own['by_skill:online-payment'], own['by_skill:online-services']], [ROUNDS, ROUNDS], 'with what each tab counted');
      // One tab ends the session while the other still helps somebody: that person is counted, too.
      await tapAll(other, { by_skill: 'online-shopping' });
      await press(page, '[data-action="end-session"]');
      await untilPart(page, 'join');
      await other.eval(() => { window.__before = true; });
      await press(other, '[data-action="next-person"]');
      // Until the page loaded anew is there: current Chromium forgets to close a tab that is just going somewhere.
      await other.until('the page loaded anew', () => !window.__before && P.state().ready && P.screens().length === 1, [], 3 * page.patience);
      await page.until('counted after the end', async name => (await P.stored()).idb[name].some(text => text.includes('online-shopping')), [`${DATABASE}/texts`]);
      assert.equal(await kept(page), 2 * ROUNDS + 1);
    } finally { await other.close().catch(() => {}); }
  },
};
