// Going back, changing an earlier answer, choosing several, an answer that is missing.
import { strict as assert } from 'node:assert';
import { PEOPLE } from '../answers.mjs';
import { action, edit, expectScreen, fill, go, toDetail, toQuestion, toResults, toReview } from '../walk.mjs';

const checked = (page, id) => page.eval(q => P.checked(q), id);

export default {
  'back-keeps-answers': async test => {
    const { page } = test;
    const person = PEOPLE.citizen;
    await test.own();
    await toQuestion(page, person, 'money');
    await fill(page, 'money', person.money);
    for (const [id, answer] of [['vneid', 'no'], ['internet', 'mobile-data'], ['device', 'smartphone-own'], ['audience', 'citizen']]) {
      const state = await action(page, 'back');
      assert.equal(state.question, id, `back comes to ${id}`);
      assert.deepEqual(state.checked, [answer], `${id} still holds its answer`);
    }
    await fill(page, 'audience', 'farm-household');
    await action(page, 'next');
    for (const id of ['device', 'internet', 'vneid']) {
      const state = await page.state();
      assert.equal(state.question, id);
      assert.deepEqual(state.checked, [person[id]], `${id} kept its answer although audience changed`);
      await action(page, 'next');
    }
    assert.equal((await page.state()).question, 'money');
  },

  'edit-from-review': async test => {
    const { page } = test;
    const person = PEOPLE['household-business'];
    await test.own();
    const { asked } = await toReview(page, person);
    await edit(page, 'audience', 'citizen', person);
    await edit(page, 'audience', 'household-business', person);
    await edit(page, 'vneid', 'no', person);
    for (const id of ['revenue', 'channels', 'einvoice'].filter(id => asked.includes(id))) {
      await page.eval(q => { P.editButton(q).click(); }, id);
      await page.until(id, q => P.state().question === q, [id]);
      assert.deepEqual((await checked(page, id)).sort(), [person[id]].flat().sort(), `${id} came back with the path`);
      assert.equal((await action(page, 'next')).screen, 'review');
    }
    await page.eval(() => { P.editButton('vneid').click(); });
    await page.until('vneid', () => P.state().question === 'vneid');
    assert.deepEqual(await checked(page, 'vneid'), ['no'], 'the changed answer is the one kept');
  },

  'several-and-exclusive': async test => {
    const { page } = test;
    await test.own();
    await toQuestion(page, PEOPLE.citizen, 'money');
    for (const choice of ['bank', 'wallet']) await page.check('money', choice);
    assert.deepEqual(await checked(page, 'money'), ['bank', 'wallet']);
    await page.check('money', 'cash');
    assert.deepEqual(await checked(page, 'money'), ['cash'], 'cash excludes every other choice');
    await page.check('money', 'bank');
    assert.deepEqual(await checked(page, 'money'), ['bank'], 'another choice takes cash away');
    await action(page, 'next');
    await toQuestion(page, PEOPLE.citizen, 'needs');
    const offered = await page.eval(() => P.choices('needs'));
    for (const choice of offered.slice(0, 4)) await page.check('needs', choice);
    assert.equal((await checked(page, 'needs')).length, 3, 'no more than three needs');
  },

  'next-without-answer': async test => {
    const { page } = test;
    await test.own();
    await page.click('[data-action="next"]');
    await page.until('a message in an alert', () => { const e = P.firstVisible('[role="alert"]'); return e && e.textContent.trim().length > 0; });
    const state = await page.state();
    assert.deepEqual([state.screen, state.question], ['welcome', 'audience'], 'stays on the question');
    await page.check('audience', 'citizen');
    assert.equal((await action(page, 'next')).screen, 'question');
  },

  'reason-goes-to-the-question': async test => {
    const { page } = test;
    const person = PEOPLE['household-business'];
    await test.own();
    await toResults(page, person);
    const [first] = await page.eval(() => P.platforms().filter(row => row.status === 'ready' || row.status === 'after'));
    await toDetail(page, first.id);
    const link = await page.eval(() => { const at = P.firstVisible('[data-reason-question]'); return at && at.getAttribute('data-reason-question'); });
    assert.ok(link, `the detail of ${first.id} says which answer led to it`);
    const there = await go(page, `[data-reason-question="${link}"]`);
    assert.equal(there.question || there.screen, link, 'the reason leads to its question');
    assert.deepEqual(there.checked.sort(), [person[link]].flat().sort(), 'with the answer that was given');
    assert.equal((await action(page, 'next')).screen, 'detail', 'and returns');
  },

  'language-mid-way': async test => {
    const { page } = test;
    const person = PEOPLE.citizen;
    await test.own();
    await toQuestion(page, person, 'vneid');
    await page.check('vneid', 'no');
    const before = await page.state();
    await page.click('[data-action="language"]');
    const after = await page.until('the other language', was => { const s = P.state(); return s.lang !== was && s; }, [before.lang]);
    assert.deepEqual([before.lang, after.lang], ['vi', 'en']);
    assert.notEqual(after.heading, before.heading, 'the heading is another text');
    assert.deepEqual([after.question, after.checked], ['vneid', ['no']], 'the same question with the same choice');
    const back = await action(page, 'back');
    assert.deepEqual([back.lang, back.checked], ['en', ['mobile-data']], 'earlier answers are kept');
    await action(page, 'next');
    await toReview(page, person, async state => assert.equal(state.lang, 'en'));
    await expectScreen(page, 'results', 'results');
    const english = await page.eval(() => P.platforms());
    await page.click('[data-action="language"]');
    await page.until('Vietnamese again', () => P.state().lang === 'vi');
    assert.deepEqual(await page.eval(() => P.platforms()), english, 'the same results in both languages');
  },
};
