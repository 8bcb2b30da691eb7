// Written last, from memory of real provincial portals; nothing in the tool was tuned for it before.
import { strict as assert } from 'node:assert';
import { PEOPLE } from '../answers.mjs';
import { inHost } from '../hosts.mjs';
import { tapThrough } from '../tapper.mjs';
import { toQuestion, toResults } from '../walk.mjs';

const person = PEOPLE['farm-household'];

export const engines = ['chromium', 'chromium-64', 'firefox', 'webkit'];
export default {
  'hosts-province': async test => {
    const { page } = test;
    await page.viewport(1024, 740);
    await inHost(test, 'province');
    const look = await page.eval(() => { const style = getComputedStyle(P.find('h1')); return [style.textTransform, style.textAlign, parseFloat(style.fontSize) > 20, P.all('h1, p, li, small').every(el => ![getComputedStyle(el).userSelect, getComputedStyle(el).webkitUserSelect].includes('none'))]; });
    assert.deepEqual(look, ['none', 'left', true, true], 'not in capitals, not justified, large enough, to be selected');
    await page.eval(() => {
      window.__copied = [];
      document.addEventListener('copy', event => { window.__copied.push(event.defaultPrevented); });
    });
    await toResults(page, person);
    await page.click('[data-action="copy"]');
    await page.until('something said', () => P.all('[role="status"]').some(el => el.textContent.length > 0) || P.find('.panel'));
    // What the page forbids is forbidden for its own text.
    const forbidden = await page.eval(() => ['selectstart', 'copy', 'contextmenu'].filter(name => !P.find('h1').dispatchEvent(new Event(name, { bubbles: true, composed: true, cancelable: true }))));
    assert.deepEqual(forbidden, [], 'what people read here they may copy');
    await page.eval(() => { window.__doPostBack(); });
    await page.until('the panel filled again: the tool, too', () => { const s = P.state(); return s.inShadow && s.screens === 1 && s.screen === 'welcome'; });
    await toQuestion(page, person, 'needs');
    assert.ok(await tapThrough(page, async (W, people) => { await W.toReview(people); await W.act('results'); return P.platforms().length > 20; }, person));
    assert.equal(await page.eval(() => window.name), 'cong');
    await page.viewport(360, 740);
  },
};
