// Filled paper forms typed in: numbers and Enter, from the first question to the next form; the same counts as by tapping.
import { strict as assert } from 'node:assert';
import { list, PEOPLE } from '../answers.mjs';
import { anotherPhone, begin, finish, goTo, next, PLACE, savedFile, tapAll, untilPart } from '../outreach.mjs';
import { differences, figures } from '../tally.mjs';
import { tapThrough } from '../tapper.mjs';

/** Not every need is offered to everybody on a screen; the form has them all (contract 2). */
const NEEDS = ['papers', 'health', 'learn', 'pay', 'sell', 'buy', 'tax', 'sign', 'farm', 'manage', 'daily', 'safe'];
const TAPS = { by_area_started: ['payment', 'safety'], by_skill: ['online-payment', 'online-services'], blocked_reasons: ['sim-not-own'], by_age_band: 'over-60' };
const WHO = ['citizen', 'farm-household', 'household-business'];

async function exported(page) {
  await page.click('[data-action="end-session"]');
  await untilPart(page, 'join');
  await page.until('ended', () => P.all('[data-batch][data-ended]').length > 0);
  return figures((await savedFile(page))[0]);
}
async function byTapping(test) {
  const { page } = test;
  await begin(test);
  await next(page);
  const orders = {};
  for (const who of WHO) {
    Object.assign(orders, await tapThrough(page, async (W, people) => {
      const seen = {};
      await W.toReview(people, question => { seen[question] = Array.from(document.querySelector('buoc-so').shadowRoot.querySelectorAll('fieldset[data-question] input')).map(input => input.value); });
      return seen;
    }, PEOPLE[who]));
    await finish(page);
    await tapAll(page, TAPS);
    for (const metric of Object.keys(TAPS)) orders[metric] = await page.eval(name => P.all('input[name="' + name + '"]').map(input => input.value), metric);
    await next(page);
  }
  await finish(page);
  return { orders: { ...orders, needs: NEEDS }, counts: await exported(page) };
}

/** What is typed into the field with the focus. */
const write = (page, text) => page.eval(typed => { P.focused().value = typed; P.focused().dispatchEvent(new Event('input', { bubbles: true })); }, text);

/** Types one form with nothing but the keys; the focus walks by itself. Gives the fields in the order in which they came. */
async function typed(page, orders, answers) {
  const came = [];
  await page.eval(() => P.find('[data-entry]').focus());
  for (let i = 0; i < 40; i++) {
    const id = await page.until('the focus on a field or the button', () => { const el = P.focused(); return el && (el.getAttribute('data-entry') || (el.getAttribute('data-action') === 'next-person' && 'done')); });
    if (id === 'done') return came;
    came.push(id);
    const wanted = list(answers[id]);
    const numbers = wanted.map(choice => (id === 'province' ? choice : orders[id].indexOf(choice) + 1));
    await write(page, numbers.join(' '));
    await page.press('Enter');
    await page.until(`onward from ${id}`, was => { const el = P.focused(); return el && el.getAttribute('data-entry') !== was; }, [id]);
  }
  throw new Error(`no end: ${came}`);
}

export default {
  'outreach-paper': async test => {
    const { page } = test;
    const { orders, counts } = await byTapping(test);
    await anotherPhone(test);
    await begin(test, PLACE);
    await goTo(page, 'paper');
    for (const [place, who] of WHO.entries()) {
      const came = await typed(page, orders, { ...PEOPLE[who], ...TAPS });
      assert.equal(came[0], 'audience');
      assert.equal(new Set(came).size, came.length, 'every field once');
      await page.eval(() => { window.__before = true; });
      // Firefox without a screen gives a page that was loaded anew no focus of the window, and then no click for a key.
      if (await page.eval(() => document.hasFocus())) await page.press('Enter');
      else await page.click('[data-action="next-person"]');
      await page.until('the next form', () => !window.__before && P.state().ready && P.screens().length === 1 && P.screens()[0].getAttribute('data-part') === 'paper', [], 3 * page.patience);
      assert.equal(await page.eval(() => Number(P.find('[data-tally="contacts_total"]').getAttribute('data-value'))), place + 1);
      assert.deepEqual(await page.eval(() => P.all('[data-entry]').filter(el => el.value).map(el => el.id)), [], 'an empty form');
    }
    // A number that no choice has is said, and the focus stays.
    await page.eval(() => P.find('[data-entry="audience"]').focus());
    await write(page, '77');
    await page.press('Enter');
    await page.until('said, and the focus still there', () => {
      const seen = [!!P.firstVisible('[role="alert"]'), P.focused().getAttribute('data-entry')];
      return seen[0] && seen[1] === 'audience' ? seen : Promise.reject(new Error(seen.join()));
    }, [], 4000);
    // What is typed next stays, whatever is drawn meanwhile; the next form has to wait, and the wrong field gets the focus.
    await write(page, '7');
    const size = await page.eval(() => P.find('[data-size]').getAttribute('data-size'));
    await page.eval(() => { P.find('[data-action="text-size"]').click(); });
    await page.until('drawn again', was => P.find('[data-size]').getAttribute('data-size') !== was, [size]);
    assert.equal(await page.eval(() => P.find('[data-entry="audience"]').value), '7', 'what is being typed');
    await page.eval(() => { P.find('[data-action="next-person"]').focus(); P.find('[data-action="next-person"]').click(); });
    await page.until('the focus on what is wrong', () => P.focused().getAttribute('data-entry') === 'audience');
    await page.click('[data-action="go"][data-to="between"]');
    await untilPart(page, 'between');
    assert.deepEqual(differences(await exported(page), counts), [], 'the same counts as by tapping');
  },
};
