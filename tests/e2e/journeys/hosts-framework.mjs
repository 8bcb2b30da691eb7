// What frameworks do to elements: late, moved while loading and while running, replaced, cloned, put in another order, away and back.
import { strict as assert } from 'node:assert';
import { PEOPLE } from '../answers.mjs';
import { hostPage } from '../hosts.mjs';
import { tapThrough } from '../tapper.mjs';

const person = PEOPLE.citizen;

async function opened(test) {
  await test.load(hostPage(test, 'empty'));
  await test.page.until('our script', () => !!customElements.get('buoc-so'));
}
const state = page => page.eval(() => { const s = P.state(); return { screen: s.screen, question: s.question, checked: s.checked, screens: s.screens, lang: s.lang }; });
const make = (page, where = '#a') => page.eval(place => { window.__tool = document.querySelector(place).appendChild(document.createElement('buoc-so')); }, where);
const running = page => page.until('one screen', () => { const s = P.state(); return s.ready && s.inShadow && s.screens === 1; }, [], 3 * page.patience);
/** Two answers in, a third ticked. */
const begin = page => tapThrough(page, async (W, people) => {
  while (W.question() !== 'internet') await W.answer(people);
  await W.choose('internet', people.internet);
}, person);
const finish = page => tapThrough(page, async (W, people) => { await W.toReview(people); await W.act('results'); return P.platforms().length; }, person);

export const engines = ['chromium', 'chromium-64', 'firefox', 'webkit'];
export default {
  'hosts-late': async test => {
    const { page } = test;
    await opened(test);
    await page.eval(() => new Promise(done => setTimeout(done, 500)));
    await make(page);
    await running(page);
    assert.ok(await finish(page) > 20);
  },

  'hosts-moved-while-loading': async test => {
    const { page } = test;
    await opened(test);
    const release = test.hold(/\.wasm$/);
    await make(page);
    await page.eval(async () => {
      const tool = window.__tool, turn = ms => new Promise(done => setTimeout(done, ms));
      document.querySelector('#b').appendChild(tool);
      await turn(0);
      tool.remove();
      await turn(50);
      document.querySelector('#a').appendChild(tool);
      await turn(0);
      document.querySelector('#b').insertBefore(tool, null);
    });
    release();
    await running(page);
    assert.equal(await page.eval(() => window.__tool.shadowRoot.querySelectorAll('.bs').length), 1, 'drawn once');
    assert.ok(await finish(page) > 20);
    assert.equal(await page.eval(() => window.__bs.events.filter(event => event.name === 'ready').length), 1, 'ready once');
  },

  'hosts-moved-while-running': async test => {
    const { page } = test;
    await opened(test);
    await make(page);
    await running(page);
    await begin(page);
    const before = await state(page);
    assert.deepEqual([before.question, before.checked], ['internet', [person.internet]]);
    const moves = {
      'to another parent': () => { document.querySelector('#b').appendChild(window.__tool); },
      'replaceWith and back': () => { const other = document.createElement('p'); window.__tool.replaceWith(other); other.replaceWith(window.__tool); },
      'a keyed list in another order': () => {
        const list = document.querySelector('#b'), items = ['x', 'y', 'z'].map(text => { const item = document.createElement('li'); item.textContent = text; return list.appendChild(item); });
        items[1].appendChild(window.__tool);
        [items[2], items[1], items[0]].forEach(item => list.appendChild(item));
        list.insertBefore(items[1], list.firstChild);
      },
      'its parent moved': () => { document.body.insertBefore(document.querySelector('#b'), document.querySelector('#a')); },
      'into a fragment and back': () => { const away = document.createDocumentFragment(); away.appendChild(window.__tool); document.querySelector('#a').appendChild(away); },
    };
    for (const [what, move] of Object.entries(moves)) {
      await page.eval(move);
      await page.eval(() => new Promise(done => setTimeout(done, 50)));
      assert.deepEqual(await state(page), before, what);
    }
    assert.ok(await finish(page) > 20);
  },

  'hosts-away-and-back': async test => {
    const { page } = test;
    await opened(test);
    await make(page);
    await running(page);
    await begin(page);
    const before = await state(page);
    await page.eval(() => new Promise(done => { window.__tool.remove(); setTimeout(() => { document.querySelector('#b').appendChild(window.__tool); done(); }, 1000); }));
    await running(page);
    assert.deepEqual(await state(page), before, 'away for a second: screen and answers are there');
    assert.ok(await finish(page) > 20);
    await page.eval(() => new Promise(done => { window.__tool.remove(); setTimeout(() => { document.querySelector('#a').appendChild(window.__tool); done(); }, 1000); }));
    await running(page);
    assert.equal((await state(page)).screen, 'results');
  },

  'hosts-cloned': async test => {
    const { page } = test;
    await opened(test);
    await make(page);
    await running(page);
    await begin(page);
    const before = await state(page);
    await page.eval(() => { window.__first = window.__tool; window.__tool = document.querySelector('#b').appendChild(window.__first.cloneNode(true)); });
    await running(page);
    const copy = await state(page);
    assert.deepEqual([copy.screen, copy.checked], ['welcome', []], 'a copy begins anew');
    await page.eval(() => { window.__tool.parentNode.parentNode.insertBefore(document.querySelector('#b').cloneNode(true), null); });
    await page.until('and a copy of its parent', () => Array.from(document.querySelectorAll('buoc-so')).every(el => el.shadowRoot && el.shadowRoot.querySelectorAll('[data-screen]').length === 1));
    await page.eval(() => { window.__tool = window.__first; });
    assert.deepEqual(await state(page), before, 'the first one goes on');
    assert.ok(await finish(page) > 20);
  },
};
