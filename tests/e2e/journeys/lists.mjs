// Below the results: the short check of enterprises and cooperatives, the lists to look things up in; and the search of provinces.
import { strict as assert } from 'node:assert';
import { PEOPLE } from '../answers.mjs';
import { action, expectScreen, go, ready, toQuestion, toResults, toReview } from '../walk.mjs';

// The ids of catalogue/README.md, in the order of the page.
const CHECK = ['cloud', 'automation', 'data', 'channels', 'understanding', 'strategy', 'owner', 'budget'].map(name => `check-${name}`);
const LISTS = ['essential-services', 'skills', 'targets'];

const unfold = (page, selector) => page.eval(s => { P.find(s).open = true; }, selector);
const asked = page => page.eval(() => P.all('[data-check] fieldset').map(el => el.getAttribute('data-question')));
const said = (page, ids) => page.eval(all => all.map(id => P.checked(id)), ids);
/** Value of each bar; null where nothing is known yet. */
const bars = page => page.eval(() => P.all('[data-check] [data-group]').map(el => el.getAttribute('data-value')));
const steps = page => page.eval(() => P.all('[data-check] [data-entry]').map(el => el.getAttribute('data-entry')));
/** Chooses the choice at this place, from the end when negative, in every question of the check. */
async function answerAll(page, place) {
  for (const id of CHECK) {
    const choices = await page.eval(q => P.choices(q), id);
    await page.check(id, choices[place < 0 ? choices.length + place : place]);
  }
}

export default {
  'check-from-none-to-much': async test => {
    const { page } = test;
    await test.own();
    await toResults(page, PEOPLE.enterprise);
    await unfold(page, '[data-check]');
    assert.deepEqual(await asked(page), CHECK, 'eight questions');
    assert.ok((await said(page, CHECK)).every(list => list.length === 0), 'nothing is chosen beforehand');
    await answerAll(page, 0);
    assert.equal((await page.state()).screen, 'results', 'answering stays where it is');
    const least = (await bars(page)).map(Number);
    assert.ok(least.length >= 2 && least.every(value => Number.isInteger(value) && value >= 0 && value <= 100), `each part has a whole number: ${least}`);
    const first = await steps(page);
    assert.equal(new Set(first).size, 2, `two next steps: ${first}`);
    assert.ok(first.every(id => id.startsWith('check-')), 'of the check');
    assert.equal(await page.eval(() => P.find('[data-check]').open), true, 'it stays open');
    await answerAll(page, -1);
    const most = (await bars(page)).map(Number);
    assert.ok(most.every((value, at) => value >= least[at]) && most.some((value, at) => value > least[at]), `${least} grows to ${most}`);

    const kept = await said(page, CHECK);
    await expectScreen(page, 'plan', 'plan');
    await action(page, 'back');
    assert.deepEqual(await said(page, CHECK), kept, 'the answers are there after the plan');
    await page.until('something kept', async () => (await P.kept()).device > 0);
    await test.reload();
    await ready(page);
    let state = await action(page, 'resume');
    if (state.screen === 'question') ({ state } = await toReview(page, PEOPLE.enterprise));
    if (state.screen === 'review') await expectScreen(page, 'results', 'results');
    assert.deepEqual([await said(page, CHECK), (await bars(page)).map(Number)], [kept, most], 'and after a reload');
  },

  'check-open-and-next-steps': async test => {
    // What is not answered counts neither way; a step leads to its card and back.
    const { page } = test;
    await test.own();
    await toResults(page, PEOPLE.cooperative);
    await unfold(page, '[data-check]');
    assert.ok((await bars(page)).includes(null), 'a part without an answer has no number');
    await page.check(CHECK[0], (await page.eval(q => P.choices(q), CHECK[0]))[0]);
    await page.until('a number', () => P.all('[data-check] [data-group][data-value]').length > 0);
    assert.deepEqual((await steps(page)).slice(0, 1), [CHECK[0]], 'the weakest is the next step');
    const there = await go(page, `[data-check] [data-entry="${CHECK[0]}"] [data-action="open"]`);
    assert.equal(there.screen, 'detail');
    assert.equal((await action(page, 'back')).screen, 'results');
    assert.equal((await said(page, [CHECK[0]]))[0].length, 1, 'the answer is kept');
  },

  'lists-below-the-results': async test => {
    const { page } = test;
    await test.own();
    await toResults(page, PEOPLE.citizen);
    assert.deepEqual(await page.eval(() => P.all('[data-check]').length), 0, 'a citizen is not asked the check');
    const lists = await page.eval(() => P.all('[data-listing]').map(el => ({
      id: el.getAttribute('data-listing'), open: el.open, entries: Array.from(el.querySelectorAll('[data-entry]')).map(one => one.getAttribute('data-entry')) })));
    assert.deepEqual(lists.map(list => list.id), LISTS, 'the lists in the order of the catalogue');
    for (const { id, open, entries } of lists) {
      assert.equal(open, false, `${id} is folded`);
      assert.ok(entries.length > 0 && new Set(entries).size === entries.length, `${id} has entries, none twice`);
    }
    for (const id of LISTS) {
      await page.eval(list => { P.find('[data-listing="' + list + '"] summary').click(); }, id);
      await page.until(`${id} unfolded`, list => P.visible(P.find('[data-listing="' + list + '"] [data-entry]')), [id]);
    }
    const there = await go(page, `[data-listing="${LISTS[0]}"] [data-action="open"]`);
    assert.equal(there.screen, 'detail', 'an entry leads to a card');
    assert.equal((await action(page, 'back')).screen, 'results');
  },

  'province-search': async test => {
    const { page } = test;
    await test.own();
    await toQuestion(page, PEOPLE.citizen, 'province');
    const found = () => page.eval(() => P.all('input[name="province"]').filter(el => P.visible(P.closest(el, x => x.className === 'opt'))).map(el => el.value));
    const type = text => page.eval(t => {
      const field = P.find('#seek');
      field.value = t;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      return new Promise(done => setTimeout(done, 20));
    }, text);
    const all = await found();
    assert.equal(all.length, 34);
    const last = all[all.length - 1];
    const label = await page.eval(code => P.find('input[name="province"][value="' + code + '"]').labels[0].textContent.trim(), last);
    const plain = label.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').toUpperCase();
    await type(plain);
    const some = await found();
    assert.ok(some.includes(last) && some.length < 10, `without marks and in capitals it is found: ${some}`);
    await page.check('province', last);
    await type('qqqq');
    assert.deepEqual(await found(), [], 'nothing is called so');
    await type('');
    assert.deepEqual([await found(), await page.eval(() => P.checked('province'))], [all, [last]], 'all are back, and the choice');
    assert.equal((await action(page, 'next')).screen, 'review');
  },
};
