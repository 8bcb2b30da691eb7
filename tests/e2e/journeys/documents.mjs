// The pages for people who embed the tool: without script, nothing but their styles is asked for, nothing scrolls sideways, every
// link leads to a page of the site, axe finds nothing, and what goes to the security officer fits on one sheet.
import { strict as assert } from 'node:assert';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { lookAt } from '../axe.mjs';

const PAGES = ['nhung', 'nhung-en', 'an-toan', 'an-toan-en'];
/** Height of what can be printed on A4, in CSS pixels, and its width. */
const SHEET = { width: 688, height: 1024 };
const only = (engines, run) => Object.assign(run, { engines });

async function open(test, name) {
  // The recorder of these tests is a script, and these pages allow none: some engines say so.
  test.expected.push(/./);
  test.violationsExpected = true;
  await test.load(`${test.site.base}${name}.html`);
  await test.page.until('the page', () => document.readyState === 'complete' && !!P.find('main h1'));
}

const read = name => async test => {
  await open(test, name);
  const { page } = test;
  await page.viewport(320, 640);
  const found = await page.eval(() => ({
    lang: document.documentElement.lang, sideways: P.sideways(), styled: getComputedStyle(P.find('.doc')).backgroundColor,
    links: P.all('a').map(link => link.getAttribute('href')), lost: P.all('a[href^="#"]').filter(link => !document.getElementById(link.getAttribute('href').slice(1))).length,
  }));
  assert.deepEqual([found.lang, found.sideways, found.lost], [name.endsWith('-en') ? 'en' : 'vi', [], 0]);
  assert.notEqual(found.styled, 'rgba(0, 0, 0, 0)', 'the style of the tool is there');
  assert.deepEqual(test.site.log.map(entry => entry.path).filter(path => !/\.(html|css|svg|ico)$/.test(path)), [], 'it asks for its styles only');
  const pages = found.links.map(link => link.split(/[?#]/)[0]).filter(Boolean);
  assert.deepEqual(pages.filter(page => !existsSync(join(test.dist, page))), [], 'every link leads to a page of the site');
};

const look = name => only(['chromium'], async test => {
  await open(test, name);
  assert.deepEqual(await lookAt(test.page, name), []);
});

/** On paper: nothing sticks out, and the page for the officer is one sheet. */
const paper = name => async test => {
  await open(test, name);
  const { page } = test;
  await page.viewport(SHEET.width, SHEET.height);
  await page.printView();
  const { high, sideways } = await page.eval(() => ({ high: P.find('.doc').getBoundingClientRect().height, sideways: P.sideways() }));
  assert.deepEqual(sideways, []);
  if (name.startsWith('an-toan')) assert.ok(high > 500 && high <= SHEET.height, `${high} px on a sheet of ${SHEET.height}`);
};

export default Object.fromEntries(PAGES.flatMap(name => [
  [`documents-${name}`, read(name)], [`documents-accessible-${name}`, look(name)], [`documents-paper-${name}`, only(['chromium'], paper(name))],
]));
