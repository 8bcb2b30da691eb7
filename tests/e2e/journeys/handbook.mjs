// The handbook: one file that loads nothing else, in every engine; everything stands in it once; axe finds nothing, light and dark.
import { strict as assert } from 'node:assert';
import { lookAt } from '../axe.mjs';

const FILES = { vi: 'cam-nang.html', en: 'cam-nang-en.html' };
const only = (engines, run) => Object.assign(run, { engines });

async function open(test, lang) {
  // The recorder of these tests is a script, and the handbook allows none: some engines say so.
  test.expected.push(/./);
  test.violationsExpected = true;
  await test.load(`${test.site.base}${FILES[lang]}`);
  await test.page.until('the handbook', () => document.readyState === 'complete' && P.screens().length > 0);
}

const read = lang => async test => {
  await open(test, lang);
  const { page } = test;
  await page.viewport(320, 640);
  const found = await page.eval(() => ({
    screens: P.screens().map(el => el.getAttribute('data-screen')), lang: document.documentElement.lang, title: document.title.length,
    entries: P.all('article[data-entry]').map(el => el.id), unstyled: getComputedStyle(P.find('main a[href^="tel:"]')).display === 'inline',
    calls: P.all('main a[href^="tel:"]').length, sideways: P.sideways(), low: P.smallTargets(44),
  }));
  assert.deepEqual([found.screens, found.lang, found.title > 0, found.unstyled], [['guide'], lang, true, false]);
  assert.ok(found.entries.length > 200 && new Set(found.entries).size === found.entries.length, 'every entry once');
  assert.ok(found.calls > 5, 'telephone lines to tap');
  assert.deepEqual([found.sideways, found.low], [[], []]);
  assert.deepEqual([...new Set(test.site.log.map(entry => entry.path))], [`/${FILES[lang]}`], 'it asks for nothing but itself');
  // A place in the table of contents is reached without a script.
  const reached = await page.eval(() => {
    const link = P.find('nav a[href^="#"]:not([href="#prepare"])'), id = link.getAttribute('href').slice(1);
    link.click();
    return new Promise(done => setTimeout(() => done(Math.abs(document.getElementById(id).getBoundingClientRect().top)), 500));
  });
  assert.ok(reached < 60, `the part is ${reached} px away`);
};

const look = lang => only(['chromium'], async test => {
  await open(test, lang);
  assert.deepEqual(await lookAt(test.page, `handbook-${lang}`), []);
});

export default Object.fromEntries(['vi', 'en'].flatMap(lang => [[`handbook-${lang}`, read(lang)], [`handbook-accessible-${lang}`, look(lang)]]));
