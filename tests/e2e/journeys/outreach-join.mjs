// Counts of many phones: handed on as text, file and code, merged in any order, any number of times, in old revisions too, to one total.
import { strict as assert } from 'node:assert';
import { anotherPhone, begin, chooseFiles, chosen, exportedText, finish, goTo, joinAnew, merge, next, openPage, outcome, PLACE, read, savedFile, tapAll, total, untilPart } from '../outreach.mjs';
import { batchName, differences, figures, generator, shuffled, sum, withRecords } from '../tally.mjs';

const SKILLS = ['online-services', 'online-shopping', 'online-payment', 'self-protection', 'local-platforms'];
const plain = found => Object.fromEntries(Object.entries(found).filter(([key]) => !key.startsWith('by_status')));

/** A session with persons who only get a tap each; its text and file at two moments. */
async function session(test, village, persons, seen) {
  const { page } = test;
  await begin(test, { ...PLACE, village });
  await next(page);
  for (let i = 0; i < persons; i++) {
    await finish(page);
    await tapAll(page, { by_skill: SKILLS[(persons + i) % 5], blocked_reasons: 'sim-not-own' });
    await next(page);
    if (i) continue;
    await finish(page);
    await goTo(page, 'join');
    seen.push({ text: await exportedText(page) });
    await page.click('[data-action="go"][data-to="between"]');
    await untilPart(page, 'between');
    await next(page);
  }
  await finish(page);
  await page.click('[data-action="end-session"]');
  await untilPart(page, 'join');
  await page.until('the part that has ended', () => P.all('[data-batch][data-ended]').length > 0);
  const file = await savedFile(page);
  seen.push({ text: await exportedText(page) }, { file: JSON.stringify({ format: 'buoc-so-tally/1', records: file }), record: file[0] });
}

/** A hundred sessions, some of them in several revisions, made from one that a page has exported. */
function hundred(sample, draw) {
  const all = [];
  for (let i = 0; i < 100; i++) {
    const contacts = 5 + draw(60);
    for (let revision = 1 + draw(3), n = draw(3); n >= 0; n--, revision++)
      all.push({ ...sample, batch: batchName(sample.batch, i), revision, village_text: `Thôn ${i}`, ended: true,
        contacts_total: contacts + revision, by_audience: { citizen: 1 + draw(5) }, by_skill: { [SKILLS[draw(5)]]: 1 + draw(contacts) }, blocked_reasons: { 'no-device': draw(4), 'weak-signal': 1 }, by_status: {} });
  }
  return all;
}
const highest = list => [...list.reduce((by, one) => by.set(one.batch, !by.has(one.batch) || by.get(one.batch).revision < one.revision ? one : by.get(one.batch)), new Map()).values()];

const WRONG = [
  ['cut', text => text.slice(0, Math.floor(text.length * 0.6))],
  ['of a later version', text => text.replace('buoc-so-tally/1', 'buoc-so-tally/9')],
  ['deep', () => '['.repeat(100000)],
  ['deep inside', text => text.replace('"by_skill":', `"x":${'['.repeat(50000)}${']'.repeat(50000)},"by_skill":`)],
  ['negative', text => text.replace(/"contacts_total":\d+/, '"contacts_total":-5')],
  ['not whole numbers', text => text.replace(/"contacts_total":\d+/, '"contacts_total":1e3000')],
  ['without a batch', text => text.replace(/"batch":"[^"]+"/, '"batch":"../../x"')],
  ['a page', () => '<!doctype html><html><body>404</body></html>'],
  ['something else', () => '{"format":"buoc-so-answers/1"}'],
  ['a bomb of keys', text => text.replace('"records"', '"__proto__":{"x":1},"records"')],
  ['nothing', () => '  '],
];

// Reading and merging is the same code everywhere; the engines in between add nothing but minutes.
export const engines = ['chromium', 'chromium-64', 'firefox', 'webkit'];
export default {
  'outreach-join-sessions': async test => {
    const { page } = test;
    const seen = [];
    for (const [village, persons] of [['Thôn A', 2], ['Thôn B', 3]]) await session(test, village, persons, seen);
    const wanted = sum(seen.filter(({ record }) => record).map(({ record }) => figures(record)));
    assert.equal(wanted.contacts_total, 5);
    for (const seed of [1, 2]) {
      await anotherPhone(test);
      await goTo(page, 'join');
      const pieces = shuffled([...seen, ...seen], generator(seed));
      for (const piece of pieces) {
        await merge(page, piece.text || piece.file);
        await joinAnew(page);
      }
      assert.deepEqual(differences(plain(await total(page)), plain(wanted)), [], `order ${seed}: one total`);
      const parts = await page.eval(() => P.all('[data-batch]').map(row => [row.getAttribute('data-batch'), Number(row.getAttribute('data-revision')), row.hasAttribute('data-ended')]));
      const records = seen.filter(({ record }) => record).map(({ record }) => [record.batch, record.revision, true]);
      assert.deepEqual(parts.sort(), records.sort(), 'every part is named, with its revision');
      // And it is all still there when the page is opened anew.
      await openPage(test);
      assert.deepEqual(differences(plain(await total(page)), plain(wanted)), [], 'kept');
    }
  },

  'outreach-join-hundred': async test => {
    const { page } = test;
    const seen = [];
    await session(test, 'Thôn mẫu', 1, seen);
    const { file, record } = seen.find(one => one.record);
    const all = hundred(record, generator(5)), wanted = sum(highest(all).map(figures));
    for (const seed of [11, 12, 13]) {
      await anotherPhone(test);
      await goTo(page, 'join');
      const draw = generator(seed), mixed = shuffled([...all, ...all.filter(() => draw(4) === 0)], draw);
      const files = [];
      while (mixed.length) files.push([`${files.length}.json`, withRecords(file, mixed.splice(0, 1 + draw(40)))]);
      // Some at a time: a helper chooses several files at once.
      while (files.length) {
        const found = await chosen(page, files.splice(0, 1 + draw(4)));
        assert.ok(found.records > 0, JSON.stringify(found));
        await page.click('[data-action="merge"]');
        await page.until('merged', () => !!P.find('[data-merged]'));
        await joinAnew(page);
      }
      assert.deepEqual(differences(await total(page), wanted), [], `split ${seed}: one total`);
    }
    // More than one code holds is said, not cut off.
    await goTo(page, 'join');
    await page.click('[data-export="qr"]');
    await page.until('said that it is too large for a code', () => !!P.find('[data-trouble]') && !P.find('svg[data-code]'));
  },

  'outreach-join-wrong': async test => {
    const { page } = test;
    const seen = [];
    await session(test, 'Thôn mẫu', 1, seen);
    const { file } = seen.find(one => one.record);
    await anotherPhone(test);
    await goTo(page, 'join');
    await merge(page, file);
    await joinAnew(page);
    const before = (await page.stored()).idb;
    const cases = [...WRONG.map(([name, change]) => [name, change(file)]), ['a text cut', seen[0].text.slice(0, -12)], ['a text changed', seen[0].text.replace(/=(\d)/, (_, digit) => `=${(Number(digit) + 1) % 10}`)]];
    for (const [name, text] of cases) {
      for (const way of ['pasted', 'file']) {
        const found = way === 'file' ? await chosen(page, [['x.json', text]]) : await read(page, text);
        assert.ok(found.trouble && found.trouble.length > 10 && found.trouble.length < 400, `${name}, ${way}: one sentence says what is wrong: ${JSON.stringify(found)}`);
        await joinAnew(page);
      }
    }
    await page.eval(() => {
      const box = new DataTransfer();
      box.items.add(new File([new Uint8Array(30000000)], 'lon.json'));
      P.find('#import').files = box.files;
      P.find('#import').dispatchEvent(new Event('change', { bubbles: true }));
    });
    assert.ok((await page.until('30 MB refused', outcome)).trouble);
    // One wrong file among good ones: nothing of them is merged before somebody has looked.
    await joinAnew(page);
    assert.ok((await chosen(page, [['a.json', file], ['b.json', '<html>']])).trouble, 'a wrong one among good ones');
    assert.deepEqual((await page.stored()).idb, before, 'nothing has changed');
  },

  'outreach-join-ten-thousand': Object.assign(async test => {
    const { page } = test;
    const seen = [];
    await session(test, 'Thôn mẫu', 1, seen);
    const { file, record } = seen.find(one => one.record);
    const draw = generator(3);
    const many = Array.from({ length: 10000 }, (_, i) => ({ ...record, batch: batchName(record.batch, i), revision: 1 + draw(80), ended: i % 100 !== 0, village_text: `Thôn ${i}`, contacts_total: 40 + draw(20),
      by_audience: { citizen: 20, 'farm-household': 10 }, by_skill: Object.fromEntries(SKILLS.map(skill => [skill, draw(30)])), by_status: { ready: draw(900), after: draw(900), maybe: draw(90) }, by_duty: { 'hkd-books': draw(9), 'hkd-register': draw(9) } }));
    const text = withRecords(file, many);
    await anotherPhone(test);
    await goTo(page, 'join');
    await chooseFiles(page, [['tat-ca.json', text]]);
    const readIn = await page.until('read', () => { const el = P.find('[data-read]'); return el && Number(el.getAttribute('data-read')); }, [], 60000);
    assert.equal(readIn, 10000);
    // The same again, by the page's own clock: until it is on the screen.
    const watched = `function (field, act) { return new Promise(function (done) {
      var root = document.querySelector('buoc-so').shadowRoot, from = performance.now();
      var eye = new MutationObserver(function () { if (root.querySelector(field)) { eye.disconnect(); done(Math.round(performance.now() - from)); } });
      eye.observe(root, { subtree: true, childList: true, attributes: true });
      if (act === 'merge') P.find('[data-action="merge"]').click();
      else { var box = new DataTransfer(); box.items.add(window.__file); var f = P.find('#import'); f.files = box.files; f.dispatchEvent(new Event('change', { bubbles: true })); }
    }); }`;
    await joinAnew(page);
    await page.eval(content => { window.__file = new File([content], 'x.json'); }, text);
    const reading = await page.eval(watched, '[data-read]', 'read');
    const merging = await page.eval(watched, '[data-merged]', 'merge');
    console.log(`       ${test.engine.name}: 10,000 records (${(text.length / 1e6).toFixed(1)} MB): read in ${reading} ms, merged and kept in ${merging} ms`);
    assert.deepEqual(differences(await total(page), sum(many.map(figures))), [], 'one total');
    assert.ok(reading + merging < 5000, `${reading + merging} ms`);
    // The parts that are still open come first; the others when asked for.
    const parts = () => page.eval(() => P.all('[data-batch]').map(row => row.hasAttribute('data-ended')));
    const first = await parts();
    assert.deepEqual([first.length, first.indexOf(true)], [200, 100], 'parts listed, and the first that has ended');
    await page.click('[data-action="more-parts"]');
    await page.until('more parts', () => P.all('[data-batch]').length === 400);
  }, { engines: ['chromium'] }),
};
