// The floor of the styles: each thing that an engine of the floor lacks is found, each way around it is not, and real old
// engines agree with what the data says of them.
import { strict as assert } from 'node:assert';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { floor, stylesOf } from '../../xtask/styles/floor.mjs';
import { CdpPage } from '../e2e/adapters/cdp.mjs';

const { env } = process;
const modules = env.BUOC_SO_NODE_MODULES, require = createRequire(join(modules, 'x.js'));
const check = floor({ tree: require('css-tree'), css: require('@mdn/browser-compat-data').css, engine: 64 });
const names = css => check(css).map(({ name }) => name);

/** Style sheet, and the one finding in it. `since`: the first of 64, 73, 80 that reads it; none: not one of them. `lies`: engines read it and do nothing. */
const LACKING = [
  ['a{display:flex;gap:1em}', 'gap', { lies: true }], ['a{display:inline-flex;column-gap:1em}', 'column-gap', { lies: true }], ['a{gap:1em}', 'gap', { lies: true }],
  ['a{display:grid;gap:1em}', 'gap', { since: 73 }], ['a{aspect-ratio:1}', 'aspect-ratio'], ['a{inset:0}', 'inset'], ['a{margin-inline:1em}', 'margin-inline'],
  ['a{padding-block:1em}', 'padding-block'], ['a{height:100dvh}', 'dvh'], ['a{min-height:calc(100svh - 1em)}', 'svh'],
  ['a{color:color-mix(in srgb,red,blue)}', 'color-mix()'], ['a{accent-color:red}', 'accent-color'],
  ['a{width:min(1em,2em)}', 'min()', { since: 80 }], ['a{width:clamp(1em,2em,3em)}', 'clamp()', { since: 80 }], ['a{width:calc(1px + max(1em,2em))}', 'max()', { since: 80 }],
  ['a{overflow-wrap:anywhere}', 'overflow-wrap:anywhere', { since: 80 }], ['a:focus-visible{top:0}', ':focus-visible'], [':is(a,b){top:0}', ':is'],
  [':where(a){top:0}', ':where'], ['a:has(b){top:0}', ':has'], ['a:not(b,c){top:0}', ':not(,)'], ['p,a:not(:is(b)){top:0}', ':is'],
  ['@media(prefers-color-scheme:dark){a{top:0}}', '(prefers-color-scheme)', { since: 80 }], ['@media(prefers-reduced-motion:reduce){a{top:0}}', '(prefers-reduced-motion)', { since: 80 }],
  ['@media(width>=3em){a{top:0}}', '(range)'], ['@layer x{a{top:0}}', '@layer'], ['@container(min-width:3em){a{top:0}}', '@container'], ['a{&:hover{top:0}}', 'nesting'],
  ['a{text-wrap:balance}', 'text-wrap'], ['a{appearance:none}', 'appearance'], ['a{color:rgb(1 2 3)}', 'rgb()', { since: 73 }], ['a{display:contents}', 'display:contents', { since: 73 }],
  ['a{overflow:clip}', 'overflow:clip'], ['a{color:revert}', 'revert'], ['a{translate:1em}', 'translate'], ['a{background:conic-gradient(red,blue)}', 'conic-gradient()', { since: 73 }],
  ['li::marker{top:0}', ':marker'], ['a{margin-inline-start:1em}', 'margin-inline-start', { since: 73 }], ['a{place-items:center;colour:red}', 'colour'],
  ['a{width:var(--x,min(1em,2em))}', 'min()', { lies: true }], ['a{height:var(--x,1dvh)}', 'dvh', { lies: true }], ['a{--x:color-mix(in srgb,red,blue)}', 'color-mix()', { lies: true }],
  ['a{transition:top 1s linear(0,1)}', 'linear()'], ['a{width:fit-content(1em)}', 'fit-content()'], ['a{color:RGB(1 2 3/.5)}', 'rgb()', { since: 73 }],
  // The headless shell of 73 is a little older than the 73 that was released.
  ['a::part(x){top:0}', ':part', { since: 80 }],
  // A word that only a later rule guards, and a guard that lies.
  ['a{width:min(1em,2em);width:1em}', 'min()', { since: 80 }], ['@supports(gap:1em){a{display:flex;gap:1em}}', 'gap', { lies: true }],
  ['@supports not (width:min(1em,2em)){a{width:min(1em,2em)}}', 'min()', { lies: true }], ['/* floor max() – other */a{width:1em}b{width:max(1em,2em)}', 'max(),max()', { lies: true }],
];

const FINE = [
  'a{width:1em;width:min(1em,2em)}', '@supports(width:min(1em,2em)){a{width:min(1em,2em)}}', 'a{-webkit-appearance:none;appearance:none}', 'a{display:grid;grid-gap:1em}',
  'a{columns:2;column-gap:1em}', '/* floor min() – one column there */a{width:min(1em,2em)}', '/* floor min() max() – x */@media print{a{width:min(1em,2em)}b{width:max(1em,2em)}}',
  'a{/* floor min() – x */width:min(1em,2em)}', 'a:not(b):before{content:"min(";outline:0;clip:rect(0 0 0 0)}', ':host(b) summary::-webkit-details-marker{position:sticky}',
  '@page{size:A4;margin:12mm}@keyframes x{from{top:0}}@font-face{font-family:x;font-display:swap}', '@media print and (min-width:3em){a{color:var(--x,rgba(1,2,3,.5))}}',
  'a{--x:linear-gradient(red,blue);width:calc(1em*var(--y));color:#11223344}', '.a>b~c+d:nth-child(2n+1):focus-within{display:flow-root}',
];

/** Which of the style sheets an engine reads to the last word. */
const read = sheets => sheets.map(text => {
  const style = document.createElement('style');
  style.textContent = text;
  document.head.appendChild(style);
  const declared = rules => [].concat(...Array.from(rules).map(rule => (rule.style ? [rule.style.length] : rule.cssRules
    ? (rule.media && /not all/.test(rule.media.mediaText) ? [0] : declared(rule.cssRules)) : [0])));
  const lengths = declared(style.sheet.cssRules), media = /@media/.test(text) && style.sheet.cssRules[0];
  const reads = lengths.length > 0 && lengths.every(length => length > 0) && (!media || !/not all/.test(media.media.mediaText));
  style.remove();
  return reads;
});

/** A sheet with only what matters in its rule, so that an engine that drops it drops all. */
const bare = css => css.replace(/display:(grid|flex|inline-flex);|place-items:center;|;width:1em/, '');

async function agrees(version) {
  const binary = env[`BUOC_SO_CHROMIUM_${version}`];
  if (!binary || !existsSync(binary)) return;
  const page = await CdpPage.launch({ modules, binary });
  try {
    const cases = LACKING.filter(([, , more]) => !more || !more.lies);
    const got = await page.eval(read, cases.map(([css]) => bare(css)));
    assert.deepEqual(cases.map(([css], at) => `${css} ${got[at]}`), cases.map(([css, , more]) => `${css} ${!!more && more.since <= version}`));
  } finally { await page.stop(); }
}

export default {
  'what the floor lacks is found': () => { for (const [css, name] of LACKING) assert.equal(names(css).join(), name, css); },
  'what has a way around is not': () => { for (const css of FINE) assert.deepEqual(check(css), [], css); },
  'a finding has its line': () => assert.equal(check('a{top:0}\n\nb{\ninset:0}')[0].line, 4),
  'styles inside a page are seen, with their lines': () => {
    const page = '<p>.a{inset:0}\n<style media="x">.a{top:0}\n.b{inset:0}</style>\n<style></style><i>';
    assert.deepEqual(check(stylesOf(page)).map(({ name, line }) => [name, line]), [['inset', 3]]);
  },
  'an allowance that allows nothing, or gives no reason, is found': () => {
    assert.deepEqual(names('/* floor min() – x */\na{top:0}'), ['min()']);
    assert.equal(check('/* floor min() */a{width:min(1em,2em)}').length, 2);
  },
  ...Object.fromEntries([64, 73, 80].map(version => [`Chromium ${version} reads as the data says`, () => agrees(version)])),
};
