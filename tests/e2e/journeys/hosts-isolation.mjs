// Nothing leaks into the host: its elements look as before, it gains no globals, ids, style sheets, attributes; what lies outside of
// the tool has the same pixels; what bubbles out has the element as its target. And the host's rules for paper.
import { strict as assert } from 'node:assert';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PEOPLE } from '../answers.mjs';
import { hostPage, inHost, sameAsBefore, untouched } from '../hosts.mjs';
import { difference, pixels } from '../png.mjs';
import { printed } from '../paper.mjs';
import { tapThrough } from '../tapper.mjs';
import { ready, toResults } from '../walk.mjs';

const person = PEOPLE['household-business'];
const script = test => ({ script: `<script type="module" src="${test.site.sub}embed.js"></script>` });
const seen = page => page.eval(untouched);
async function picture({ page, engine }, name) {
  if (engine.name !== 'chromium') return null;
  const folder = join(process.cwd(), 'target/e2e/hosts');
  mkdirSync(folder, { recursive: true });
  await page.screenshot(join(folder, `${name}.png`), { fullPage: true });
  return pixels(readFileSync(join(folder, `${name}.png`)));
}
/** What the host hears of taps and keys: never anything from inside. */
function listen() {
  window.__heard = [];
  ['click', 'input', 'change', 'keydown', 'keypress', 'focusin', 'focusout', 'submit', 'toggle', 'pointerdown'].forEach(name => document.addEventListener(name, event => {
    window.__heard.push([name, event.target.tagName, event.composedPath ? event.composedPath()[0].tagName : '', event.relatedTarget ? event.relatedTarget.tagName : ''].join(' '));
  }));
}

export const engines = ['chromium', 'chromium-64', 'firefox', 'webkit'];
export default {
  'hosts-nothing-leaks': async test => {
    const { page } = test;
    await test.load(hostPage(test, 'portal'));
    await page.until('the page', () => document.readyState === 'complete');
    await page.eval(() => { document.querySelector('main a').focus(); scrollTo(0, 40); });
    await page.eval(listen);
    const before = await seen(page), paper = await picture(test, 'leaks-before');
    await page.eval(address => {
      const script = document.createElement('script');
      script.type = 'module';
      script.src = address;
      script.setAttribute('data-their-loader', '');
      document.head.appendChild(script);
    }, `${test.site.sub}embed.js`);
    await ready(page);
    sameAsBefore(before, await seen(page));
    // The program itself brings the names of wasm-bindgen: none.
    await tapThrough(page, async (W, people) => {
      await W.toReview(people);
      for (const act of ['results', 'plan', 'back', 'qr', 'settings', 'back', 'language', 'text-size']) await W.act(act);
    }, person);
    await page.eval(() => { P.focused().blur(); document.querySelector('main a').focus(); scrollTo(0, 40); });
    sameAsBefore(before, await seen(page));
    if (paper) {
      const room = await page.eval(() => { const box = document.getElementById('place').getBoundingClientRect(); return { left: box.left + scrollX, right: box.right + scrollX, top: box.top + scrollY, bottom: box.bottom + scrollY }; });
      const { count, box } = difference(paper, await picture(test, 'leaks-after'), { skip: (x, y) => x >= room.left && x < room.right && y >= room.top && y < room.bottom });
      assert.equal(count, 0, `pixels outside of the tool that changed, within ${box}`);
    }
    const heard = await page.eval(() => Array.from(new Set(window.__heard)));
    assert.ok(heard.some(text => text.startsWith('click BUOC-SO')), `clicks are heard: ${heard}`);
    assert.deepEqual(heard.filter(text => !/^\w+ (BUOC-SO|A|BODY|HTML)\b/.test(text)), [], 'and all have the element as their target');
    assert.deepEqual(heard.filter(text => /^(submit|toggle|change)/.test(text)), [], 'changes of our fields stay inside');
    await page.eval(() => { document.querySelector('buoc-so').remove(); });
    await page.eval(() => new Promise(done => setTimeout(done, 100)));
    const after = await seen(page);
    assert.deepEqual(after.globals, before.globals);
    assert.deepEqual([after.html, after.body, after.ids, after.sheets, after.adopted], [before.html, before.body, before.ids, before.sheets, before.adopted]);
  },

  'hosts-print-sane': async test => {
    await inHost(test, 'portal', { dress: ['print-sane'], vars: script(test) });
    await toResults(test.page, person);
    await printed(test, '[data-platform]');
  },
  'hosts-print-article': async test => {
    await inHost(test, 'portal', { dress: ['print-article'], vars: script(test) });
    await toResults(test.page, person);
    await printed(test, '[data-platform]');
  },
};
