// Pages of other people with our element in them (`hosts/`), and how to see that nothing leaks either way.
import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withScripts } from './server.mjs';
import { ready } from './walk.mjs';

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), 'hosts');
const TYPES = { html: 'text/html; charset=utf-8', css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8' };
/** Libraries as old portals load them; from the packages of the tests, at `/lib/`. */
const LIBRARIES = { 'jquery.js': 'jquery/dist/jquery.js', 'require.js': 'requirejs/require.js' };

/** Puts the folder on the portal and gives the address of one page. In all files `{{tool}}` is the address of our script,
 * `{{frame}}` of our frame, `{{origin}}` the origin of both, `{{dress}}` the host's style sheets, `{{NAME}}` what `vars` says. */
export function hostPage(test, name, { csp, vars = {}, dress = [] } = {}) {
  const { site, portal } = test;
  const known = { doctype: '<!doctype html>', tool: `${site.sub}embed.js`, frame: `${site.sub}frame.html`, origin: site.origin, dress: dress.map(sheet => `<link rel="stylesheet" href="/hosts/${sheet}.css">`).join(''), ...vars };
  for (const file of readdirSync(FOLDER)) {
    const type = TYPES[file.split('.').pop()];
    let text = readFileSync(join(FOLDER, file), 'utf8').replace(/\{\{(\w+)\}\}/g, (all, key) => (key in known ? known[key] : ''));
    if (type === TYPES.html) text = withScripts(text, site.inject, site.origin);
    portal.put(`/hosts/${file}`, text, { 'Content-Type': type, ...(csp && type === TYPES.html ? { 'Content-Security-Policy': csp(site.origin) } : {}) });
  }
  for (const [file, place] of Object.entries(LIBRARIES))
    portal.put(`/lib/${file}`, readFileSync(join(process.env.BUOC_SO_NODE_MODULES, place)), { 'Content-Type': TYPES.js });
  return `${portal.origin}/hosts/${name}.html`;
}
/** Opens a host page and waits until the app in it is ready. */
export async function inHost(test, name, options) {
  await test.load(hostPage(test, name, options));
  return ready(test.page);
}

/** In the page: what the tool's elements look like, every property; of elements of one kind the first six. */
export function look(P) {
  const name = el => `${el.tagName}.${el.getAttribute('class') || ''}`, seen = {};
  const kind = el => `${name(el.parentElement || el)} ${name(el)}`;
  return P.all('*').filter(el => !/^(LINK|STYLE|SLOT)$/.test(el.tagName) && (seen[kind(el)] = (seen[kind(el)] || 0) + 1) < 7).map(el => {
    const style = getComputedStyle(el), out = {};
    for (let i = 0; i < style.length; i++) if (style[i].slice(0, 2) !== '--') out[style[i]] = style.getPropertyValue(style[i]);
    return { name: name(el), style: out };
  });
}
/** What differs between two looks: 'ELEMENT property: one | other', each property once; but for what may. */
export function unlike(one, other, may) {
  if (one.length !== other.length) return [`${one.length} elements | ${other.length}`];
  const found = new Map();
  one.forEach(({ name, style }, at) => {
    for (const key of Object.keys(style)) if (style[key] !== other[at].style[key] && !found.has(key) && !may.test(key)) found.set(key, `${name} ${key}: ${style[key]} | ${other[at].style[key]}`);
  });
  return Array.from(found.values());
}

/** In the page: everything of the host's that the tool must leave alone. Run before our script is there and after a run. */
export function untouched() {
  const tool = el => el.closest('buoc-so, [data-buoc-so], [data-their-loader]');
  const around = el => !!el.querySelector('buoc-so, [data-buoc-so]');
  const looks = {};
  Array.from(document.querySelectorAll('body, body *')).filter(el => !tool(el) && el.tagName !== 'SCRIPT').forEach((el, at) => {
    const style = getComputedStyle(el), out = {};
    // What lies around the tool grows with it.
    for (let i = 0; i < style.length; i++) if (!around(el) || !/height|block-size|origin/.test(style[i])) out[style[i]] = style.getPropertyValue(style[i]);
    looks[`${at} ${el.tagName}#${el.id}`] = JSON.stringify(out);
  });
  const attributes = el => Array.from(el.attributes).map(a => `${a.name}=${a.value}`);
  return {
    looks, globals: Object.getOwnPropertyNames(window).filter(name => !/^\d+$/.test(name)).sort(), html: attributes(document.documentElement), body: attributes(document.body),
    head: Array.from(document.head.children).filter(el => !el.hasAttribute('data-their-loader')).map(el => el.outerHTML), sheets: document.styleSheets.length, adopted: (document.adoptedStyleSheets || []).length,
    ids: Array.from(document.querySelectorAll('[id]')).map(el => el.id), title: document.title, history: history.length, state: JSON.stringify(history.state),
    location: location.href, name: window.name, focus: document.activeElement.tagName, scroll: [scrollX, scrollY], cookie: document.cookie,
    fonts: document.fonts ? document.fonts.size : 0,
  };
}
/** The same, to be compared; each look that changed is named by what changed in it. */
export function sameAsBefore(before, after) {
  const changed = Object.keys(before.looks).filter(key => before.looks[key] !== after.looks[key]).map(key => {
    const [one, other] = [JSON.parse(before.looks[key]), JSON.parse(after.looks[key] || '{}')];
    return `${key}: ${Object.keys(one).filter(name => one[name] !== other[name]).map(name => `${name} ${one[name]} → ${other[name]}`).slice(0, 4)}`;
  });
  assert.deepEqual(changed, [], 'the host’s elements look as before');
  assert.ok(Object.keys(before.looks).length >= 30, `enough of them: ${Object.keys(before.looks).length}`);
  for (const key of Object.keys(before)) if (key !== 'looks') assert.deepEqual(after[key], before[key], `${key} as before`);
}
