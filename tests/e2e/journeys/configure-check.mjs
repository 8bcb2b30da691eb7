// The check page on a portal: all good where all is good; where one thing is wrong it names that and only that.
import { strict as assert } from 'node:assert';
import { axe } from '../axe.mjs';
import { POLICIES } from '../server.mjs';
import { configurator, PAGES, snippet } from './configure.mjs';

const policyOf = test => POLICIES[test.engine.wasmPolicy ? 'strict-trusted-types' : 'old-phones'](test.site.origin) + `; frame-src ${test.site.origin}`;

/** The page with the snippet of the configurator, to its verdict: outcome by check. */
async function checked(test, { csp, fault = null, more = '', lang = 'vi' }) {
  const { page } = test;
  test.expected.push(/./);
  test.violationsExpected = true;
  // From the copy below another path, so that nothing of the copy that is checked is in the browser's cache.
  await configurator(test, '', PAGES[lang], test.site.sub);
  const body = (await snippet(page, 'check')).split(test.site.sub).join(test.site.base);
  test.site.fault = fault;
  await test.load(test.portal.page('/thu.html', { body: more + body, csp, lang }));
  await page.until('a verdict', () => document.querySelector('[data-verdict]') !== null, [], 90000);
  return page.eval(() => {
    const outcomes = {};
    document.querySelectorAll('[data-check]').forEach(item => { outcomes[item.getAttribute('data-check')] = item.getAttribute('data-outcome') + ' ' + item.getAttribute('data-key'); });
    return { outcomes, verdict: document.querySelector('[data-verdict]').getAttribute('data-verdict'), report: document.querySelector('[data-report]').value };
  });
}
const notGood = ({ outcomes }) => Object.fromEntries(Object.entries(outcomes).filter(([, outcome]) => !outcome.startsWith('good')));

const CHECKS = ['script', 'engine', 'policy-wasm', 'connect', 'mime', 'size', 'style', 'image', 'base', 'frame', 'host-css', 'trusted-types', 'ready'];

const ENGINES = ['chromium', 'firefox', 'chromium-64'];

/** One wrong thing; `found` is everything that is then not good. */
const wrong = (make, found, verdict = 'bad', engines = ENGINES) => {
  const run = async test => {
    const result = await checked(test, { csp: policyOf(test), ...make(test) });
    assert.deepEqual(notGood(result), found);
    assert.equal(result.verdict, verdict);
  };
  return Object.assign(run, { engines });
};
const without = (test, from, to) => ({ csp: policyOf(test).replace(from, to) });

const good = async test => {
  const { page } = test;
  for (const lang of ['vi', 'en']) {
    const result = await checked(test, { csp: policyOf(test), lang });
    assert.deepEqual([notGood(result), result.verdict], [{}, 'good']);
    assert.deepEqual(Object.keys(result.outcomes).sort(), [...CHECKS].sort());
    CHECKS.forEach((check, at) => assert.ok(result.report.split('\n').length > at, 'the report has a line for each'));
    assert.deepEqual(await page.eval(() => P.sideways()), []);
    if (test.engine.name === 'chromium') assert.deepEqual((await axe(page)).filter(text => !/landmark|region/.test(text)), []);
  }
};

/** The engine does not know the word of the policy: said so, and the tool shows its guide. */
const oldEngine = async test => {
  const result = await checked(test, { csp: `${POLICIES.strict(test.site.origin)}; frame-src ${test.site.origin}` });
  assert.deepEqual(notGood(result), { 'policy-wasm': 'bad old', ready: 'unknown because' });
};

/** Where not even the script runs, the text of the snippet stands there. */
const silent = async test => {
  const { page } = test;
  test.expected.push(/./);
  test.violationsExpected = true;
  await configurator(test);
  const body = await snippet(page, 'check');
  await test.load(test.portal.page('/thu.html', { body, csp: "default-src 'none'; script-src 'self'" }));
  const text = await page.eval(() => document.querySelector('[data-buoc-so-check]').textContent);
  assert.ok(text.includes(test.site.origin) && !text.includes('{'), 'says what it means that it is still there');
};

const only = (engines, run) => Object.assign(run, { engines });
export default {
  'configure-check-good': only(['chromium', 'firefox', 'chromium-64'], good),
  'configure-check-old-engine': only(['chromium-64'], oldEngine),
  'configure-check-silent': only(['chromium', 'firefox', 'chromium-64'], silent),
  'configure-check-no-wasm-word': wrong(test => without(test, " 'wasm-unsafe-eval'", ''), { 'policy-wasm': 'bad refused', ready: 'unknown because' }, 'bad', ['chromium', 'firefox']),
  'configure-check-connect': wrong(test => without(test, /connect-src [^;]+/, "connect-src 'none'"),
    { connect: 'bad policy', mime: 'unknown unread', size: 'unknown unread', ready: 'unknown because' }),
  'configure-check-style': wrong(test => without(test, /style-src [^;]+/, "style-src 'none'"), { style: 'bad policy' }),
  'configure-check-image': wrong(test => without(test, ' data:', ''), { image: 'bad policy' }),
  'configure-check-no-frame': wrong(test => without(test, /; frame-src.*/, ''), { frame: 'unknown policy' }, 'good'),
  'configure-check-type': wrong(() => ({ fault: path => (/\.wasm$/.test(path) ? { type: 'text/plain' } : null) }), { mime: 'bad wrong' }),
  'configure-check-cut': wrong(() => ({ fault: path => (/\.wasm$/.test(path) ? { truncate: 0.5 } : null) }), { size: 'bad wrong', ready: 'unknown because' }),
  'configure-check-missing': wrong(() => ({ fault: path => (/guide-en/.test(path) ? '404' : null) }), { size: 'bad missing' }),
  'configure-check-closed': wrong(() => ({ fault: path => (/\.wasm$/.test(path) ? { closed: true } : null) }),
    { connect: 'bad cors', mime: 'unknown unread', size: 'unknown unread', ready: 'unknown because' }),
  // The tool itself never does what Trusted Types stop: another script in its place does.
  'configure-check-trusted-types': wrong(() => ({ fault: path => (path === '/embed.js' ? { bytes: Buffer.from("document.createElement('script').src = 'x';") } : null) }),
    { size: 'bad wrong', 'trusted-types': 'bad stopped', ready: 'unknown because' }, 'bad', ['chromium']),
  'configure-check-base': wrong(() => ({ more: '<base href="https://tinh.example/trang/">' }), { base: 'unknown there' }, 'good'),
  'configure-check-host-flattens': wrong(() => ({ csp: null, more: '<style>buoc-so{max-height:40px;overflow:hidden}</style>' }), { 'host-css': 'bad flat' }),
  'configure-check-host-squeezes': wrong(() => ({ csp: null, more: '<style>buoc-so{width:150px!important}</style>' }), { 'host-css': 'bad narrow' }),
  'configure-check-host-hides': wrong(() => ({ csp: null, more: '<style>buoc-so{display:none!important}</style>' }), { 'host-css': 'bad hidden' }),
};
