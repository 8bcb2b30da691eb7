// The questionnaire on paper: without script, readable on a phone, and on the printer both sides of one A4 sheet in each language.
import { strict as assert } from 'node:assert';
import { lookAt } from '../axe.mjs';

const FILES = { vi: 'phieu.html', en: 'phieu-en.html' };
/** A4 in points, as a PDF says it. */
const A4 = [595, 842];
const only = (engines, run) => Object.assign(run, { engines });

async function open(test, lang) {
  // The recorder of these tests is a script, and the sheet allows none: some engines say so.
  test.expected.push(/./);
  test.violationsExpected = true;
  await test.load(`${test.site.base}${FILES[lang]}`);
  await test.page.until('the sheet', () => document.readyState === 'complete' && !!P.find('main[data-paper]'));
}

const read = lang => async test => {
  await open(test, lang);
  const { page } = test;
  await page.viewport(320, 640);
  const found = await page.eval(() => ({
    lang: document.documentElement.lang, sideways: P.sideways(), boxed: getComputedStyle(P.find('.box')).borderTopStyle,
    questions: P.all('[data-question]').length, numbers: P.all('[data-choice] .box').map(box => box.textContent), lists: P.all('[data-list]').length,
    fields: P.all('input, textarea, form').length,
  }));
  assert.deepEqual([found.lang, found.sideways, found.boxed, found.fields, found.lists], [lang, [], 'solid', 0, 4]);
  assert.ok(found.questions > 15 && found.numbers.length > 60, 'all questions with their choices');
  assert.ok(found.numbers.every(number => /^[1-9][0-9]?$/.test(number)), 'each choice has its number');
  assert.deepEqual(test.site.log.map(entry => entry.path).filter(path => !/\.(html|css|svg|ico)$/.test(path)), [], 'it asks for its style only');
};

const look = lang => only(['chromium'], async test => {
  await open(test, lang);
  assert.deepEqual(await lookAt(test.page, `paper-form-${lang}`), []);
});

/** What the printer gets: two pages, both of A4, and nothing of the way back to the screen. */
const print = lang => only(['chromium'], async test => {
  await open(test, lang);
  const { page } = test;
  const pdf = (await page.pdf()).toString('latin1');
  assert.equal((pdf.match(/\/Type\s*\/Page\b(?!s)/g) || []).length, 2, 'front and back');
  const boxes = [...pdf.matchAll(/\/MediaBox\s*\[([^\]]*)\]/g)].map(box => box[1].trim().split(/\s+/).slice(2).map(side => Math.round(Number(side))));
  assert.ok(boxes.length > 0 && boxes.every(box => Math.abs(box[0] - A4[0]) <= 1 && Math.abs(box[1] - A4[1]) <= 1), `A4, not ${JSON.stringify(boxes)}`);
  await page.viewport(718, 1040);
  await page.printView();
  const seen = await page.eval(() => ({ ways: P.visible(P.find('header.ways')), sideways: P.sideways() }));
  assert.deepEqual([seen.ways, seen.sideways], [false, []]);
});

export default Object.fromEntries(Object.keys(FILES).flatMap(lang => [
  [`paper-form-${lang}`, read(lang)], [`paper-form-accessible-${lang}`, look(lang)], [`paper-form-print-${lang}`, print(lang)],
]));
