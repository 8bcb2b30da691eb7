// A device that refuses, becomes full or loses what it kept: said at once, counting goes on, what was counted can be handed on.
import { strict as assert } from 'node:assert';
import { begin, exportedText, finish, goTo, next, nextInMemory, openPage, PLACE, savedFile, tapAll, untilPart } from '../outreach.mjs';
import { DATABASE, figures } from '../tally.mjs';

const said = page => page.until('the warning that counts are in memory', () => !!P.firstVisible('[data-storage="memory"]'));
const tap = page => tapAll(page, { by_skill: 'online-payment' });

/** Persons who only get a tap each, counted in memory. */
async function inMemory(page, from, to) {
  for (let i = from; i < to; i++) {
    assert.equal(await finish(page), i);
    await said(page);
    await tap(page);
    await nextInMemory(page);
    assert.deepEqual(await page.eval(() => P.all('input').filter(input => input.checked).length), 0, 'nothing ticked for the next person');
  }
  assert.equal(await finish(page), to);
}
async function handedOn(page, contacts) {
  await goTo(page, 'join');
  const file = await savedFile(page);
  const kept = Object.fromEntries(Object.entries(figures(file[0])).filter(([key]) => !key.startsWith('by_status')));
  assert.deepEqual(kept, { 'by_skill:online-payment': contacts, contacts_total: contacts }, 'everybody is in the file');
  assert.ok((await exportedText(page)).includes(file[0].batch), 'and in the text');
}

const refused = how => async test => {
  const { page } = test;
  test.expected.push(/test/);
  test.site.inject.push('refuse-indexeddb.js');
  await openPage(test, `?idb=${how}`);
  await said(page);
  await begin(test, PLACE, `?idb=${how}`);
  await said(page);
  await nextInMemory(page);
  await inMemory(page, 0, 3);
  await page.click('[data-action="undo-last"]');
  await page.until('one less', () => P.find('[data-tally="contacts_total"]').getAttribute('data-value') === '2');
  await handedOn(page, 2);
};

/** The browser throws everything of this site away in the middle, as it does on a full device or when somebody clears it by hand. */
const evicted = Object.assign(async test => {
  const { page } = test;
  await begin(test);
  await next(page);
  for (let i = 0; i < 2; i++) { await finish(page); await tap(page); await next(page); }
  const devtools = await page.cdp();
  await devtools.send('Storage.clearDataForOrigin', { origin: test.site.origin, storageTypes: 'indexeddb' });
  assert.equal(await finish(page), 2);
  await tap(page);
  await page.click('[data-action="next-person"]');
  await page.until('the next person', () => P.state().screen === 'welcome' && P.state().ready, [], 3 * page.patience);
  assert.equal(await finish(page), 3, 'nobody is lost');
  await handedOn(page, 3);
}, { engines: ['chromium'] });

export default {
  'outreach-storage-throws': refused('throws'),
  'outreach-storage-gone': refused('gone'),

  'outreach-storage-full': async test => {
    const { page } = test;
    test.expected.push(/full \(test\)/);
    test.site.inject.push('fill-storage.js');
    await begin(test);
    await next(page);
    for (let i = 0; i < 3; i++) {
      assert.equal(await finish(page), i);
      await tap(page);
      await next(page);
    }
    await page.eval(() => { window.__full = true; });
    await finish(page);
    await tap(page);
    await nextInMemory(page);
    await inMemory(page, 4, 6);
    // There is room again: what was counted in memory goes back to the device.
    await page.eval(() => { window.__full = false; });
    await tap(page);
    await page.click('[data-action="next-person"]');
    await page.until('stored again, and the page loaded anew', () => window.__full === undefined && P.state().ready && P.state().screen === 'welcome', [], 3 * page.patience);
    assert.equal(await finish(page), 7, 'nobody is lost');
    assert.equal(await page.eval(() => P.all('[data-storage="memory"]').length), 0, 'and the warning is gone');
    await handedOn(page, 7);
  },

  'outreach-storage-emptied': async test => {
    const { page } = test;
    await begin(test);
    await next(page);
    for (let i = 0; i < 2; i++) { await finish(page); await tap(page); await next(page); }
    // Everything kept goes away while this page is open: it still knows the counts.
    await page.eval(async name => {
      const db = await new Promise(done => { const o = indexedDB.open(name); o.onsuccess = () => done(o.result); });
      const work = db.transaction('texts', 'readwrite');
      work.objectStore('texts').clear();
      await new Promise(done => { work.oncomplete = done; });
      db.close();
    }, DATABASE);
    assert.equal(await finish(page), 2);
    await tap(page);
    await next(page);
    assert.equal(await finish(page), 3, 'nobody is lost');
    await handedOn(page, 3);
  },
  'outreach-storage-evicted': evicted,

  'outreach-storage-damaged': async test => {
    const { page } = test;
    await begin(test);
    await next(page);
    await finish(page);
    await tap(page);
    await next(page);
    await page.eval(async name => {
      const db = await new Promise(done => { const o = indexedDB.open(name); o.onsuccess = () => done(o.result); });
      const store = db.transaction('texts', 'readwrite').objectStore('texts');
      await new Promise(done => {
        const walk = store.openCursor();
        walk.onsuccess = () => { const here = walk.result; if (!here) return done(); here.update('{"format":"buoc-so-tally/9"'); here.continue(); };
      });
      db.close();
    }, DATABASE);
    await page.reload();
    await untilPart(page, 'safety');
    await page.until('said that something could not be read', () => !!P.firstVisible('[data-storage="damaged"]'));
    const kept = await page.eval(() => P.stored());
    assert.ok(kept.idb[`${DATABASE}/texts`].some(text => text.includes('buoc-so-tally/9')), 'it was put aside, not thrown away');
    await begin(test);
    await next(page);
    await finish(page);
    await tap(page);
    await next(page);
    assert.equal(await finish(page), 1, 'and a new session counts');
  },
};
