// The page for web editors where it may stand: without a network, opened from a file, for everybody's eyes and fingers.
import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import { axe } from '../axe.mjs';
import { choose, configurator, PAGES, snippet } from './configure.mjs';

const only = (engines, run) => Object.assign(run, { engines });

const offline = async test => {
  const { page } = test;
  test.expected.push(/./);
  test.site.inject = [];
  await test.load(`${test.site.base}index.html`);
  await page.until('the sign "ready"', () => document.querySelector('[data-offline="ready"]') !== null, [], 3 * page.patience);
  await test.site.close();
  test.site.gone = true;
  for (const name of Object.values(PAGES)) {
    await configurator(test, '?province=40', name);
    assert.match(await snippet(page, 'element'), /province="40"/);
  }
};

/** From a file no script of a page like this runs: it says so, and offers nothing to copy. */
const fromFile = async test => {
  const { page } = test;
  test.expected.push(/./);
  test.violationsExpected = true;
  await page.open(`file://${join(test.dist, PAGES.vi)}`);
  await page.until('the note', () => P.visible(document.querySelector('[data-note="no-script"]')));
  assert.equal(await snippet(page, 'element'), '');
};

const accessible = async test => {
  const { page } = test;
  // axe puts a style element of its own into the page, which the policy refuses; both say so.
  test.expected.push(/inline style/i);
  test.violationsExpected = true;
  for (const name of Object.values(PAGES)) for (const way of ['element', 'frame', 'link']) {
    await configurator(test, `?way=${way}&save=device`, name);
    await choose(page, { colours: true, accent: '#ffcc00' });
    // The preview is looked at by the tool's own journeys.
    assert.deepEqual(await page.eval(() => { P.shadow = () => null; return P.smallTargets(44); }), []);
    for (const [width, height] of [[320, 640], [1280, 800], [360, 740]]) {
      await page.viewport(width, height);
      assert.deepEqual(await page.eval(() => P.sideways()), [], `${name} ${way} at ${width}`);
      if (width > 320) assert.deepEqual(await axe(page), [], `${name} ${way} at ${width}`);
    }
  }
};

export default {
  'configure-offline': only(['chromium', 'firefox'], offline),
  'configure-from-file': only(['chromium', 'chromium-64'], fromFile),
  'configure-accessible': only(['chromium'], accessible),
};
