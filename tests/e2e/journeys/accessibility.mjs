// Every screen, both languages, three themes: axe finds nothing, nothing scrolls sideways at 320 px, nothing to tap is lower than 44 px.
import { strict as assert } from 'node:assert';
import { lookAt } from '../axe.mjs';
import { guide, tour } from '../tour.mjs';

const only = (engines, run) => Object.assign(run, { engines });

const look = (walk, query) => only(['chromium'], async test => {
  const found = [], seen = [];
  // axe puts a style element of its own into the page, which the policy refuses; both say so.
  test.expected.push(/inline style/i);
  test.violationsExpected = true;
  await walk(test, query, async name => {
    seen.push(name);
    found.push(...await lookAt(test.page, name));
  });
  assert.ok(seen.length > 0);
  assert.deepEqual([...new Set(found)], [], `findings on ${seen.length} screens`);
});

export default {
  ...Object.fromEntries(['vi', 'en'].flatMap(lang => ['light', 'dark', 'contrast'].map(theme =>
    [`accessible-${lang}-${theme}`, look(tour, `?lang=${lang}&theme=${theme}&save=device`)]))),
  'accessible-guide': look(guide, ''),
};
