// A version that a portal has pinned: its own code with SRI, the catalogue of today.
import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PEOPLE } from '../answers.mjs';
import { POLICIES } from '../server.mjs';
import { ready, toResults } from '../walk.mjs';

const folder = dist => readdirSync(dist).find(name => /^v\d+\.\d+\.\d+$/.test(name));
const file = (test, path) => readFileSync(join(test.dist, path));

async function pinned(test, options = {}) {
  const version = folder(test.dist);
  const integrity = `sha384-${createHash('sha384').update(file(test, `${version}/embed.js`)).digest('base64')}`;
  const body = `<buoc-so lang="en"></buoc-so><script type="module" crossorigin="anonymous" integrity="${options.integrity || integrity}" src="${test.site.sub}${version}/embed.js"></script>`;
  await test.load(test.portal.page('/ghim.html', { body, csp: options.csp && options.csp(test.site.origin) }));
  return version;
}

export const engines = ['chromium', 'chromium-64', 'firefox', 'webkit'];
export default {
  'version-pinned': async test => {
    const csp = test.engine.wasmPolicy ? POLICIES['strict-trusted-types'] : POLICIES['old-phones'];
    const version = await pinned(test, { csp });
    await ready(test.page);
    await toResults(test.page, PEOPLE.citizen);
    const asked = test.site.log.map(entry => entry.path.replace(/^\/xa\/buoc-so\//, '')).filter(path => !path.startsWith('/__e2e'));
    const elsewhere = asked.filter(path => !path.startsWith(`${version}/`));
    assert.ok(elsewhere.length > 0 && elsewhere.every(path => path.startsWith('catalogue/1/')), `code from its own folder only: ${elsewhere}`);
  },

  'version-catalogue-of-today': async test => {
    // The catalogue has been made anew since: its rules have another name.
    const list = JSON.parse(file(test, 'catalogue/1/index.json'));
    const [rules, size] = list.rules;
    list.rules = ['icons/link.png', size];
    const bytes = file(test, rules);
    test.site.fault = path => (path.endsWith('catalogue/1/index.json') ? { bytes: Buffer.from(JSON.stringify(list)) }
      : path.endsWith('icons/link.png') ? { bytes } : path.endsWith(rules) ? '404' : null);
    await pinned(test);
    await ready(test.page);
    assert.ok(test.site.log.some(entry => entry.path.endsWith('icons/link.png')));
  },

  'version-without-the-list': async test => {
    test.expected.push(/index\.json|404|Failed to load/i);
    test.site.fault = path => (path.endsWith('catalogue/1/index.json') ? '404' : null);
    await pinned(test);
    await ready(test.page);
  },

  'version-guide-of-today': async test => {
    test.expected.push(/./);
    test.site.fault = path => (/app-\w+\.wasm$/.test(path) ? '404' : null);
    await pinned(test);
    await test.page.until('all content as text', () => P.all('.guide [id^="p-"]').length >= 50, [], 3 * test.page.patience);
    assert.ok(test.site.log.some(entry => entry.path.endsWith('/guide-en.html')));
  },
};
