// Hostile style sheets: the tool looks as it does without them, by every computed property and by pixels.
import { strict as assert } from 'node:assert';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PEOPLE } from '../answers.mjs';
import { inHost, look, unlike } from '../hosts.mjs';
import { difference, pixels } from '../png.mjs';
import { tapThrough } from '../tapper.mjs';

const person = PEOPLE['household-business'];

/** The stops of a run, by the taps that lead there. */
const STOPS = {
  welcome: async () => {},
  needs: async (W, people) => { while (W.question() !== 'needs') await W.answer(people); await W.choose('needs', 'sell'); },
  province: async (W, people) => { while (W.question() !== 'province') await W.answer(people); },
  results: async (W, people) => { await W.toReview(people); await W.act('results'); },
  detail: async W => { await W.tap('.cards [data-action="open"]'); },
  plan: async W => { await W.act('back'); await W.act('plan'); },
};

/** A run: what every stop looks like. */
async function looks(test, dress, vars) {
  const { page } = test;
  await inHost(test, 'room', { dress, vars });
  await page.viewport(480, 740);
  const seen = {};
  for (const [stop, walk] of Object.entries(STOPS)) {
    await tapThrough(page, String(walk), person);
    // A finger has no ring of focus, and a transition is over.
    await page.eval(() => { if (P.focused()) P.focused().blur(); return new Promise(done => setTimeout(done, 150)); });
    seen[stop] = { style: await page.eval(`function () { return (${look})(P); }`), picture: await picture(test, `${dress}-${stop}`) };
  }
  await page.viewport(360, 740);
  return seen;
}
async function picture({ page, engine }, name) {
  if (engine.name !== 'chromium') return null;
  const folder = join(process.cwd(), 'target/e2e/hosts');
  mkdirSync(folder, { recursive: true });
  await page.screenshot(join(folder, `${name}.png`), { fullPage: true });
  return pixels(readFileSync(join(folder, `${name}.png`)));
}

/** Without any style sheet of the host's, once an engine. */
const plains = {};
const dressed = (dress, { sheets = [dress], vars = {}, may = /^$/ } = {}) => async test => {
  const plain = plains[test.engine.name] = plains[test.engine.name] || await looks(test, []);
  const worn = await looks(test, sheets, vars);
  const wrong = [];
  for (const stop of Object.keys(STOPS)) {
    wrong.push(...unlike(plain[stop].style, worn[stop].style, may).map(text => `${stop}: ${text}`));
    if (!plain[stop].picture || !sheets.length) continue;
    const { count, box } = difference(plain[stop].picture, worn[stop].picture, { skip: x => x >= 340 });
    if (count) wrong.push(`${stop}: ${count} pixels within ${box}`);
  }
  assert.equal(wrong.join('\n'), '', `plain | ${dress}`);
};

/** What a host hides stays hidden; what it enlarges does not scroll sideways. */
async function hiddenAndZoomed(test) {
  const { page } = test;
  await inHost(test, 'base');
  const ways = {
    'visibility of a tab': on => { document.getElementById('content').style.visibility = on ? 'hidden' : ''; },
    'display of a tab': on => { document.getElementById('content').style.display = on ? 'none' : ''; },
    'hidden': on => { P.host().hidden = on; },
  };
  for (const [what, way] of Object.entries(ways)) {
    await page.eval(way, true);
    assert.equal(await page.eval(() => P.visible(P.find('h1')) || P.visible(P.find('[data-action="next"]'))), false, `hidden: ${what}`);
    await page.eval(way, false);
    assert.equal(await page.eval(() => P.visible(P.find('h1'))), true, `and seen again: ${what}`);
  }
  await page.eval(() => { document.documentElement.style.zoom = '1.25'; });
  await page.eval(() => { document.body.style.fontSize = '20px'; });
  const wide = await page.eval(() => P.all('main, header, .wrap, .btn, label').filter(el => el.getBoundingClientRect().right > P.host().getBoundingClientRect().right + 1).length);
  assert.equal(wide, 0, 'enlarged, nothing sticks out of the element');
  assert.equal(await page.eval(() => parseFloat(getComputedStyle(P.find('p')).fontSize) > 20 || !CSS.supports('width', 'max(1px, 2px)')), true, 'a page with larger letters has a tool with larger letters');
}

export const engines = ['chromium', 'chromium-64', 'chromium-80', 'firefox', 'webkit'];
export default {
  ...Object.fromEntries(['reset', 'elements', 'inherited', 'root'].map(dress => [`hosts-css-${dress}`, dressed(dress)])),
  'hosts-css-hidden-and-zoomed': hiddenAndZoomed,
  // Pages without a doctype: a line is a pixel or two lower or higher; nothing else.
  'hosts-css-quirks': dressed('quirks', { sheets: [], vars: { doctype: '' }, may: /(height|block-size|origin)$/ }),
};
