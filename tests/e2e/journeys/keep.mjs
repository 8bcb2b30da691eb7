// What is kept, where, and that it goes away: save=device, session, off; a storage that refuses; a full one; broken and old contents.
import { strict as assert } from 'node:assert';
import { PEOPLE } from '../answers.mjs';
import { action, expectScreen, ready, toQuestion, toResults } from '../walk.mjs';

const person = PEOPLE.citizen;
const NOTHING_KEPT = { device: 0, session: 0 };
const kept = page => page.eval(() => P.kept());
const untilKept = (page, place) => page.until(`something kept: ${place}`, async at => (await P.kept())[at] > 0, [place]);
const untilGone = page => page.until('nothing kept on the device', async () => (await P.kept()).device === 0);

/** No answer stands in the address, a cookie or the history. */
async function notOutside(page, stored) {
  const address = await page.eval(() => location.search + location.hash);
  for (const text of [address, stored.cookie, String(stored.history)])
    for (const answer of ['citizen', 'smartphone', 'mobile-data', 'cash']) assert.ok(!text.includes(answer), `no answer in ${text}`);
}

async function comesBack(test) {
  const { page } = test;
  await test.reload();
  const welcome = await ready(page);
  assert.ok(welcome.actions.includes('resume'), 'a kept run can be resumed');
  return action(page, 'resume');
}

export default {
  'keep-device': async test => {
    const { page } = test;
    await test.own();
    await toQuestion(page, person, 'vneid');
    await untilKept(page, 'device');
    await notOutside(page, await page.stored());
    const state = await comesBack(test);
    assert.equal(state.question, 'vneid', 'goes on where it stopped');
    const before = await action(page, 'back');
    assert.deepEqual([before.question, before.checked], ['internet', ['mobile-data']], 'with the answers given');
  },

  'keep-wipe': async test => {
    const { page } = test;
    await test.own();
    await toQuestion(page, person, 'internet');
    await page.click('[data-action="wipe"]');
    await confirmed(page);
    await page.until('nothing stored', async () => { const { device, session } = await P.kept(); return device + session === 0; });
    await test.reload();
    const welcome = await ready(page);
    assert.ok(!welcome.actions.includes('resume'), 'nothing to resume');
    assert.deepEqual(welcome.checked, [], 'nothing chosen');
    assert.deepEqual(await kept(page), NOTHING_KEPT, 'nothing stored after the reload');
  },

  'keep-session': async test => {
    const { page } = test;
    await test.own('?save=session');
    await toQuestion(page, person, 'internet');
    await untilKept(page, 'session');
    assert.equal((await kept(page)).device, 0, 'nothing on the device');
    assert.equal((await comesBack(test)).question, 'internet');
  },

  'keep-off': async test => {
    const { page } = test;
    await test.own('?save=off');
    await toResults(page, person);
    assert.deepEqual(await kept(page), NOTHING_KEPT, 'nothing stored after a whole run');
    await test.reload();
    assert.ok(!(await ready(page)).actions.includes('resume'));
  },

  'keep-not': async test => {
    const { page } = test;
    await test.own();
    await toQuestion(page, person, 'internet');
    await page.click('[data-action="keep"]');
    await untilGone(page);
    await toQuestion(page, person, 'vneid');
    assert.equal((await kept(page)).device, 0, 'and goes on holding nothing');
  },

  'keep-shared-phone': async test => {
    const { page } = test;
    await test.own();
    await toQuestion(page, { ...person, device: 'smartphone-shared' }, 'vneid');
    await untilGone(page);
    await page.click('[data-action="keep"]');
    await untilKept(page, 'device');
  },

  'storage-refused': async test => {
    test.site.inject.push('refuse-storage.js');
    await test.own();
    await toResults(test.page, person);
    await expectScreen(test.page, 'plan', 'plan');
  },

  'storage-full': async test => {
    test.site.inject.push('full-storage.js');
    await test.own();
    await toResults(test.page, person);
    await expectScreen(test.page, 'plan', 'plan');
  },

  'storage-hostile': async test => {
    const { page } = test;
    await test.own();
    await toQuestion(page, person, 'internet');
    await untilKept(page, 'device');
    await page.eval(spoilStored);
    await test.reload();
    const state = await ready(page);
    assert.deepEqual([state.screen, state.question, state.checked], ['welcome', 'audience', []], 'a clean start');
    await toResults(page, person);
  },
};

/** Wiping may ask once more. */
async function confirmed(page) {
  await page.until('welcome, or a question whether to wipe', () => P.state().screen === 'welcome' || !!P.firstVisible('[role="dialog"] [data-action="wipe"], dialog [data-action="wipe"], [role="alertdialog"] [data-action="wipe"]'));
  if ((await page.state()).screen !== 'welcome') await page.click('[role="dialog"] [data-action="wipe"], dialog [data-action="wipe"], [role="alertdialog"] [data-action="wipe"]');
  await page.until('the welcome screen', () => P.state().screen === 'welcome');
}

/** In the page: everything stored becomes rubbish of the same kind. */
async function spoilStored() {
  const rubbish = '{"schema":"buoc-so-answers/999","answers":{"audience":["nobody"],"__proto__":1}';
  for (const store of [localStorage, sessionStorage]) for (let i = 0; i < store.length; i++) store.setItem(store.key(i), rubbish);
  const names = indexedDB.databases ? (await indexedDB.databases()).map(db => db.name) : ['buoc-so'];
  for (const name of names) {
    const db = await new Promise((done, fail) => { const o = indexedDB.open(name); o.onsuccess = () => done(o.result); o.onerror = () => fail(o.error); });
    for (const store of Array.from(db.objectStoreNames)) {
      await new Promise((done, fail) => {
        const work = db.transaction(store, 'readwrite');
        const walk = work.objectStore(store).openCursor();
        walk.onsuccess = () => { const at = walk.result; if (at) { at.update(at.source.keyPath ? Object.assign({}, at.value, { answers: rubbish, version: 999 }) : rubbish); at.continue(); } };
        work.oncomplete = done;
        work.onerror = () => fail(work.error);
      });
    }
    db.close();
  }
}
