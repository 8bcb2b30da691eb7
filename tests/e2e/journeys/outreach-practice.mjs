// Invented persons: every screen says that it is practice, and nothing of it is ever counted.
import { strict as assert } from 'node:assert';
import { PEOPLE } from '../answers.mjs';
import { begin, finish, goTo, next, openPage, tapAll, untilPart } from '../outreach.mjs';
import { DATABASE } from '../tally.mjs';
import { tapThrough } from '../tapper.mjs';

const marked = page => page.eval(() => P.all('[data-practice]').filter(P.visible).length > 0);
const nothingCounted = async page => {
  const stored = await page.stored();
  const texts = (stored.idb[`${DATABASE}/texts`] || []).filter(text => /contacts_total|by_skill/.test(text));
  assert.deepEqual(texts, [], 'no counts are kept');
};

export default {
  'outreach-practice': async test => {
    const { page } = test;
    await openPage(test);
    await goTo(page, 'practice');
    assert.ok(await marked(page), 'the list of persons is marked');
    const samples = await page.eval(() => P.all('[data-sample]').map(el => el.getAttribute('data-sample')));
    assert.ok(samples.length >= 4, `some persons to practise with: ${samples}`);
    for (const sample of samples.slice(0, 2)) {
      await page.click(`[data-sample="${sample}"] [data-action="practise"]`);
      await untilPart(page, 'welcome');
      assert.ok(await marked(page), 'the first question is marked');
      // Every screen on the way is marked.
      const unmarked = await tapThrough(page, async (W, people) => {
        const missing = [];
        W.look = () => { if (!document.querySelector('buoc-so').shadowRoot.querySelector('[data-practice]')) missing.push(W.at()); };
        await W.toReview(people);
        await W.act('results');
        return missing;
      }, PEOPLE.citizen);
      assert.deepEqual(unmarked, [], 'every screen is marked');
      await page.click('[data-action="finish"]');
      await page.until('what comes after', () => P.state().ready && !!P.find('[data-tally-set]'));
      assert.ok(await marked(page), 'and what comes after the results');
      await tapAll(page, { by_skill: 'online-payment' });
      await nothingCounted(page);
      await page.click('[data-action="go"][data-to="practice"]');
      await untilPart(page, 'practice');
    }
    // Also by "next person", which loads the page anew.
    await page.click(`[data-sample="${samples[0]}"] [data-action="practise"]`);
    await untilPart(page, 'welcome');
    await page.click('[data-action="finish"]');
    await tapAll(page, { by_skill: 'online-payment' });
    await next(page);
    assert.ok(await marked(page), 'still practice');
    await nothingCounted(page);
    await page.eval(() => { window.__before = true; });
    await page.click('[data-action="wipe"]');
    await page.until('the list of persons, loaded anew', () => !window.__before && P.state().ready && P.screens().length === 1 && P.screens()[0].getAttribute('data-part') === 'practice', [], 3 * page.patience);
    await begin(test);
    assert.ok(!(await marked(page)), 'a session is not practice');
    await next(page);
    assert.equal(await finish(page), 0, 'nobody was counted');
  },
};
