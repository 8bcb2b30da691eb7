// The page for web editors: controls in, preview and texts out; contrast, overlays, copying, prefilling.
import { strict as assert } from 'node:assert';

const EVERY = ['chromium', 'firefox', 'webkit'];
const only = (engines, run) => Object.assign(run, { engines });
export const PAGES = { vi: 'embed.html', en: 'embed-en.html' };

/** The page, its preview drawn. */
export async function configurator(test, query = '', page = PAGES.vi, base = test.site.base) {
  await test.load(`${base}${page}${query}`);
  await test.page.until('the preview', () => { const s = P.state(); return s.inShadow && s.screens === 1; }, [], 3 * test.page.patience);
}
/** Chooses by the hooks, as an editor does by hand. */
export const choose = (page, choices) => page.eval(wanted => {
  Object.keys(wanted).forEach(name => {
    const all = Array.from(document.querySelectorAll('[data-configure="' + name + '"]'));
    const one = all[0].type === 'radio' ? all.filter(radio => radio.value === wanted[name])[0] : all[0];
    if (one.type === 'radio' || one.type === 'checkbox') return one.click();
    one.value = wanted[name];
    ['input', 'change'].forEach(type => one.dispatchEvent(new Event(type, { bubbles: true })));
  });
}, choices);
export const snippet = (page, name) => page.eval(wanted => document.querySelector('[data-snippet="' + wanted + '"]').value, name);
const seen = (page, selector) => page.eval(wanted => Array.from(document.querySelectorAll(wanted)).some(P.visible), selector);

const follows = async test => {
  const { page } = test;
  await configurator(test);
  assert.deepEqual(await page.eval(() => P.state().lang), 'vi');
  assert.ok(await seen(page, '[data-note="not-public"]'), 'this machine is no public address');
  assert.ok(!(await seen(page, '[data-note="no-script"]')));
  await choose(page, { lang: 'en', theme: 'contrast', province: '40', start: 'learn' });
  await page.until('the preview follows', () => P.state().lang === 'en' && P.theme() === 'contrast');
  assert.deepEqual(await page.eval(() => ['lang', 'theme', 'province', 'start', 'save'].map(name => document.querySelector('buoc-so').getAttribute(name) || '')),
    ['en', 'contrast', '40', 'learn', 'off']);
  assert.match(await snippet(page, 'element'), /\n<buoc-so lang="en" province="40" start="learn" theme="contrast"><\/buoc-so>$/, 'only what differs, in the order of the contract');
  await choose(page, { lang: '', theme: 'auto', province: '', start: '' });
  assert.match(await snippet(page, 'element'), /\n<buoc-so><\/buoc-so>$/, 'nothing differs: nothing is written');
  assert.ok(!(await seen(page, '[data-snippet="style"]')));
};

const narrowAndWide = async test => {
  const { page } = test;
  await page.viewport(1280, 800);
  await configurator(test);
  const width = () => page.eval(() => document.querySelector('buoc-so').getBoundingClientRect().width);
  const narrow = await width();
  await page.eval(() => document.querySelector('[data-action="width"][value="full"]').click());
  assert.ok(narrow < 460 && await width() > 900, 'as wide as a phone, then as the page');
  await page.viewport(360, 740);
  assert.deepEqual(await page.eval(() => P.sideways()), []);
};

const contrast = async test => {
  const { page } = test;
  await configurator(test);
  await choose(page, { colours: true, accent: '#ffcc00', 'on-accent': '#ffffff' });
  assert.ok(await seen(page, '[data-contrast="bad"]') && !(await seen(page, '[data-contrast="good"]')));
  assert.equal(await snippet(page, 'style'), '', 'refused colours are in no snippet');
  const painted = () => page.eval(() => getComputedStyle(P.find('.go')).backgroundColor);
  const own = await painted();
  await choose(page, { accent: '#123456', radius: '0' });
  assert.ok(await seen(page, '[data-contrast="good"]') && !(await seen(page, '[data-contrast="bad"]')));
  assert.match(await snippet(page, 'style'), /^buoc-so \{\n {2}--buoc-so-accent: #123456;\n {2}--buoc-so-on-accent: #ffffff;\n {2}--buoc-so-radius: 0;\n\}$/);
  assert.equal(await painted(), 'rgb(18, 52, 86)');
  assert.notEqual(own, 'rgb(18, 52, 86)');
};

const prefilled = async test => {
  const { page } = test;
  await configurator(test, '?province=40&lang=en&start=learn&theme=dark&save=session&way=frame&nonsense=1', PAGES.en);
  assert.match(await snippet(page, 'frame-plain'), /frame\.html\?lang=en&amp;province=40&amp;start=learn&amp;theme=dark&amp;save=session"/);
  assert.match(await snippet(page, 'link'), /index\.html\?lang=en&province=40&start=learn&theme=dark&save=session$/);
  assert.ok(await seen(page, '[data-snippet="frame"]') && !(await seen(page, '[data-snippet="element"]')), 'only the chosen way is shown');
  await configurator(test, '?province=99&theme=%22%3E%3Cb%3E');
  assert.match(await snippet(page, 'element'), /\n<buoc-so><\/buoc-so>$/, 'what no control offers is ignored');
};

const overlays = async test => {
  const { page } = test;
  await configurator(test);
  await choose(page, { overlay: 'javascript:alert(1)' });
  assert.ok(await seen(page, '[data-note="overlay-bad"]') && !/overlay/.test(await snippet(page, 'element')));
  await choose(page, { overlay: 'https://tinh.example/a"b.json' });
  assert.ok(await seen(page, '[data-note="overlay-host"]') && !(await seen(page, '[data-note="overlay-bad"]')));
  assert.match(await snippet(page, 'element'), /overlay="https:\/\/tinh\.example\/a%22b\.json"/);
  assert.match(await snippet(page, 'policy'), /connect-src http:\/\/127\S+ https:\/\/tinh\.example;/);
  assert.ok(!/overlay/.test(await snippet(page, 'frame') + await snippet(page, 'link')), 'pages of ours read files of their own host only');
  test.act = /\.json$|\/(overlay|local)-/;
  test.expected.push(/overlay|404|Failed to load/i);
  await choose(page, { overlay: `${test.site.base}overlays/none.json` });
  await page.until('said that it cannot be read', () => P.visible(document.querySelector('[data-note="preview-overlay"]')));
  await choose(page, { overlay: `${test.site.base}overlays/mau.json` });
  await page.until('the preview has it', () => P.all('[data-local=head]').length === 1);
  assert.ok(!(await seen(page, '[data-note="preview-overlay"]')) && !(await seen(page, '[data-note="overlay-host"]')));
  for (const name of ['element', 'div', 'frame', 'link']) assert.match(await snippet(page, name), /overlay/, name);
};

const copies = async test => {
  const { page } = test;
  for (const clipboard of [true, false]) {
    await configurator(test);
    if (!clipboard) await page.eval(() => { Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true }); });
    await page.eval(() => { document.querySelector('[data-snippet="element"]').parentNode.querySelector('[data-action="copy"]').click(); });
    const outcome = await page.until('an outcome', () => {
      const field = document.querySelector('[data-snippet="element"]');
      const told = field.parentNode.querySelector('[data-outcome]');
      return told && told.textContent && { what: told.getAttribute('data-outcome'), all: field.selectionEnd - field.selectionStart === field.value.length };
    });
    assert.ok(['copied', 'selected'].includes(outcome.what) && outcome.all, 'copied, or selected to be copied by hand');
  }
};

export default {
  'configure-follows': only([...EVERY, 'chromium-64'], follows),
  'configure-width': only(EVERY, narrowAndWide),
  'configure-contrast': only(EVERY, contrast),
  'configure-prefilled': only(EVERY, prefilled),
  'configure-overlay': only(EVERY, overlays),
  'configure-copies': only([...EVERY, 'chromium-64'], copies),
};
