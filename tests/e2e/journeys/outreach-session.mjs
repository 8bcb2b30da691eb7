// A training session from the safety page to the exported counts: three persons, one taken back; both languages; every screen looked at.
import { strict as assert } from 'node:assert';
import { PEOPLE } from '../answers.mjs';
import { lookAt } from '../axe.mjs';
import { begin, exportedText, finish, goTo, next, openPage, PLACE, savedFile, tapAll, untilPart } from '../outreach.mjs';
import { differences, figures, sum } from '../tally.mjs';
import { tapThrough } from '../tapper.mjs';

const TAPS = [
  { by_area_started: ['payment', 'identity-services'], by_skill: ['online-payment'], blocked_reasons: ['sim-not-own'], by_age_band: 'over-60' },
  { by_skill: ['online-payment', 'online-services'], by_age_band: '36-60' },
  { by_area_started: ['ecommerce'], blocked_reasons: ['no-device', 'weak-signal'] },
];
const WHO = ['citizen', 'farm-household', 'household-business'];

/** One person to the results. What they add, read from the results page as any person sees it, and from the taps. */
async function help(page, audience, taps) {
  const seen = await tapThrough(page, async (W, people) => {
    await W.toReview(people);
    await W.act('results');
    const statuses = {}, shadow = document.querySelector('buoc-so').shadowRoot;
    // Those of the opening sentence: telephone lines are not among them.
    shadow.querySelectorAll('[data-count]').forEach(el => { statuses[el.getAttribute('data-count')] = Number(el.getAttribute('data-value')); });
    const duties = Array.from(shadow.querySelectorAll('[data-obligation][data-kind="must"]')).map(el => el.getAttribute('data-obligation'));
    return { statuses, duties: duties.filter((id, place) => duties.indexOf(id) === place) };
  }, PEOPLE[audience]);
  const number = await finish(page);
  await tapAll(page, taps);
  const one = { contacts_total: 1, [`by_audience:${audience}`]: 1 };
  for (const status of ['using', 'ready', 'after', 'maybe']) if (seen.statuses[status]) one[`by_status:${status}`] = seen.statuses[status];
  for (const id of seen.duties) one[`by_duty:${id}`] = 1;
  for (const [metric, ids] of Object.entries(taps)) for (const id of [].concat(ids)) one[`${metric}:${id}`] = 1;
  return { one, number };
}
const notNow = ({ 'by_status:not-now': count, ...rest }) => { assert.ok(count === undefined || count > 0); return rest; };

const session = lang => async test => {
  const { page } = test;
  await begin(test, PLACE, `?lang=${lang}`);
  assert.equal((await page.state()).lang, lang);
  const entries = await page.eval(() => history.length);
  const added = [];
  await next(page);
  for (const [place, audience] of WHO.entries()) {
    const { one, number } = await help(page, audience, TAPS[place]);
    assert.equal(number, place, 'a person is counted by "next person" and not before');
    added.push(one);
    await page.harvest();
    await next(page);
    assert.equal((await page.state()).lang, lang, 'the language stays');
  }
  assert.equal(await finish(page), 3, 'three persons');
  await page.click('[data-action="undo-last"]');
  await page.until('one less', () => P.find('[data-tally="contacts_total"]').getAttribute('data-value') === '2');
  assert.equal(await page.eval(() => P.all('[data-action="undo-last"]').filter(P.visible).length), 0, 'taken back once, not twice');
  await page.click('[data-action="end-session"]');
  await untilPart(page, 'join');
  await page.until('the part of this session, ended', () => { const row = P.find('[data-batch]'); return row && row.hasAttribute('data-ended'); });
  const file = await savedFile(page);
  assert.equal(file.length, 1, 'one record');
  assert.deepEqual(differences(notNow(figures(file[0])), sum([added[0], added[1]])), [], 'exactly what was done');
  assert.ok((await exportedText(page)).includes(file[0].batch), 'the text is of this batch');
  assert.equal(await page.eval(() => history.length), entries, 'no entry in the history');
  // After `ready` nothing but what the worker keeps, page by page: `checkAfterwards` sees to it.
};

const looks = lang => Object.assign(async test => {
  const { page } = test;
  test.expected.push(/inline style/i);
  test.violationsExpected = true;
  const found = [];
  const look = async name => { found.push(...await lookAt(page, name)); await page.eval(() => { delete window.axe; }); };
  await openPage(test, `?lang=${lang}`);
  await look('safety');
  await goTo(page, 'practice');
  await look('practice');
  await begin(test, PLACE, `?lang=${lang}`);
  await goTo(page, 'setup');
  await page.click('[data-action="qr"]');
  await look('setup');
  await page.click('[data-action="start"]');
  await untilPart(page, 'between');
  await look('between');
  await goTo(page, 'paper');
  await look('paper');
  await page.click('[data-action="go"][data-to="between"]');
  await next(page);
  await look('person');
  await tapThrough(page, async (W, people) => { await W.answer(people); }, PEOPLE.citizen);
  await look('question');
  await finish(page);
  await tapAll(page, TAPS[0]);
  await next(page);
  await finish(page);
  await look('between-with-undo');
  await goTo(page, 'charts');
  await page.eval(() => P.all('details').forEach(el => { el.open = true; }));
  await look('charts');
  await page.click('[data-action="wall"]');
  await look('wall');
  await page.click('[data-wall="off"]');
  await goTo(page, 'report');
  await look('report');
  await goTo(page, 'join');
  await page.click('[data-export="qr"]');
  await look('join');
  assert.deepEqual([...new Set(found)], [], 'findings');
}, { engines: ['chromium'] });

export default {
  'outreach-session-vi': session('vi'), 'outreach-session-en': session('en'),
  'outreach-looks-vi': looks('vi'), 'outreach-looks-en': looks('en'),
};
