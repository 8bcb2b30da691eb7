// `buoc-so.html`, the whole tool in one file, opened from a folder: nothing is asked for, nothing is kept.
import { strict as assert } from 'node:assert';
import { pathToFileURL } from 'node:url';
import { PEOPLE } from '../answers.mjs';
import { toResults } from '../walk.mjs';

const ADDRESS = () => pathToFileURL(process.env.BUOC_SO_ONE_FILE).href;
const person = PEOPLE['household-business'];

const run = async test => {
  const { page } = test;
  await page.open(ADDRESS());
  await page.until('the tool', () => { const s = P.state(); return s.inShadow && s.screen === 'welcome'; }, [], 3 * page.patience);
  const edition = await page.eval(() => { const line = document.querySelector('[data-edition]'); return P.visible(line) && line.textContent.trim(); });
  assert.ok(/\d\.\d/.test(edition) && /\d{4}/.test(edition), 'version and date stand above the tool');
  await toResults(page, person);
  assert.ok((await page.eval(() => P.platforms())).length > 0);
  assert.ok(await page.eval(() => P.visible(document.querySelector('[data-edition]'))), 'and above the results');
  assert.deepEqual(await page.eval(() => P.kept()), { device: 0, session: 0 }, 'nothing is kept');
  assert.ok(!(await page.state()).tools.includes('qr'), 'no QR code of a folder of this machine');
  assert.deepEqual(await page.eval(() => performance.getEntriesByType('resource').map(entry => entry.name)), [], 'nothing is asked for');
  assert.equal(test.site.log.length + test.portal.log.length, 0);
};
run.engines = ['chromium', 'chromium-64', 'chromium-80', 'firefox', 'webkit'];

const guide = async test => {
  const { page } = test;
  test.expected.push(/./);
  await page.open(ADDRESS());
  await page.until('the tool', () => P.state().inShadow, [], 3 * page.patience);
  // No script can be put before those of the file, its policy forbids it: the failure is raised by hand.
  await page.eval(() => { document.querySelector('buoc-so').fail('guide', 'wasm-engine', 'as if there were none'); });
  await page.until('the guide from inside the file', () => { const s = P.state(); return s.screen === 'guide' && s.screens === 1 && P.all('.guide [id^="p-"]').length > 50; });
};
guide.engines = ['chromium', 'firefox'];

export default { 'one-file-from-a-folder': run, 'one-file-guide': guide };
