// The browser's process is killed at random moments and started again on the same profile: whoever was counted on the screen is
// counted for ever, the person in progress is lost at most, nobody is counted twice.
import { strict as assert } from 'node:assert';
import { withProfile } from '../engines.mjs';
import { newFolder, removeFolder } from '../adapters/process.mjs';
import { pause } from '../adapters/page.mjs';
import { fillSetup, PLACE } from '../outreach.mjs';
import { generator } from '../tally.mjs';

const KILLS = Number(process.env.BUOC_SO_KILLS || 6);

/** Where the page is; nothing while it loads. */
const part = page => page.until('the page', () => {
  const s = P.screens();
  return s.length === 1 && P.state().ready && (s[0].getAttribute('data-part') || s[0].getAttribute('data-screen'));
}, [], 3 * page.patience);

/** The page opened anew: on the screen between two persons, with what it says is counted. */
async function opened(page, address) {
  await page.goto(address);
  for (let i = 0; i < 5; i++) {
    const here = await part(page);
    if (here === 'between') return page.eval(() => Number(P.find('[data-tally="contacts_total"]').getAttribute('data-value')));
    if (here === 'setup') { await fillSetup(page, PLACE); await page.click('[data-action="start"]'); }
    else await page.click(here === 'safety' ? '[data-action="next"]' : '[data-action="finish"]');
    await page.until('another screen', was => { const s = P.screens()[0]; return s && (s.getAttribute('data-part') || s.getAttribute('data-screen')) !== was; }, [here]);
  }
  throw new Error('does not come to the screen between two persons');
}

/** Persons one after the other, until the browser is killed; tells each tap and each count that the screen shows. */
async function count(page, told) {
  for (;;) {
    await page.eval(() => { P.find('input[name="by_skill"]').click(); window.__before = true; });
    await pause(told.think());
    if (told.over) return;
    told.tapped();
    await page.eval(() => { P.find('[data-action="next-person"]').click(); });
    await page.until('the next person', () => !window.__before && P.state().ready && P.state().screen === 'welcome');
    await page.click('[data-action="finish"]');
    told.seen(await page.until('the count', () => { const el = P.find('[data-part="between"] [data-tally="contacts_total"]'); return el && el.getAttribute('data-value'); }));
  }
}

const killed = async test => {
  const folder = newFolder();
  const draw = generator(Number(process.env.BUOC_SO_SEED || 7));
  let taps = 0, shown = 0, lost = 0, kept = 0, duringTap = 0;
  let page = null;
  try {
    for (let kill = 0; kill <= KILLS; kill++) {
      page = await withProfile(test.engine.name, folder);
      const now = await opened(page, `${test.site.base}outreach.html`);
      assert.ok(now >= shown, `kill ${kill}: ${now} are counted, and ${shown} were on the screen`);
      assert.ok(now <= taps, `kill ${kill}: ${now} are counted of ${taps} taps: somebody is counted twice`);
      assert.ok(now <= shown + 1, `kill ${kill}: ${now} are counted, and only one more than ${shown} can have been on the way`);
      if (taps > shown) { if (now > shown) kept += 1; else lost += 1; }
      // From here on as if the taps that came to nothing had never been.
      taps = shown = now;
      if (kill === KILLS) break;
      let tappedAt = null;
      const told = { think: () => draw(30), tapped: () => { taps += 1; if (tappedAt) tappedAt(); tappedAt = null; }, seen: value => { if (!told.over) shown = Number(value); } };
      count(page, told).catch(() => {});
      // Two of three right after a tap, while the count is on its way; the others whenever.
      if (draw(3)) { await pause(draw(900)); await new Promise(done => { tappedAt = done; setTimeout(done, 3000); }); await pause(draw(30)); } else await pause(draw(1500));
      await page.program.kill();
      told.over = true;
      if (taps > shown) duringTap += 1;
      if (page.socket) page.socket.terminate();
      page = null;
    }
    console.log(`       ${test.engine.name}: ${KILLS} kills, ${shown} persons counted; ${duringTap} kills between a tap and its count: ${kept} of those persons counted, ${lost} not; nobody lost who was on the screen, nobody twice`);
  } finally {
    if (page) await page.program.kill();
    removeFolder(folder);
  }
};

export default { 'outreach-killed': Object.assign(killed, { engines: ['chromium', 'firefox'] }) };
