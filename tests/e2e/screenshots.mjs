// node tests/e2e/screenshots.mjs [FOLDER]: every screen at 360×740 and 1280×800, Vietnamese and English, light;
// dark and contrast of the results. Into target/screenshots/ when no folder is named. Environment as for run.mjs.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ENGINES, missing } from './engines.mjs';
import { Test } from './test.mjs';
import { guide, outreach, tour } from './tour.mjs';

const SIZES = [[360, 740], [1280, 800]];
const folder = process.argv[2] || 'target/screenshots';
const reason = missing('chromium') || (process.env.BUOC_SO_DIST ? null : 'set BUOC_SO_DIST to the built site (cargo xtask screenshots does it)');
if (reason) { console.error(reason); process.exit(2); }
mkdirSync(folder, { recursive: true });

const engine = { name: 'chromium', ...ENGINES.chromium };
const page = await engine.launch();
let taken = 0;

async function take(walk, lang, theme, wanted = () => true) {
  await page.fresh();
  page.forget();
  const test = new Test({ page, engine, dist: process.env.BUOC_SO_DIST });
  await test.start();
  try {
    await walk(test, `?lang=${lang}&theme=${theme}`, async name => {
      if (!wanted(name)) return;
      for (const [width, height] of SIZES) {
        await page.viewport(width, height);
        await page.screenshot(join(folder, `${name}-${lang}-${theme}-${width}.png`), { fullPage: true });
        taken += 1;
      }
      await page.viewport(360, 740);
    });
  } finally { await test.stop(); }
}

try {
  for (const lang of ['vi', 'en']) {
    await take(tour, lang, 'light');
    await take(guide, lang, 'light');
    await take(outreach, lang, 'light');
  }
  for (const theme of ['dark', 'contrast']) await take(tour, 'vi', theme, name => /^results/.test(name));
} catch (error) {
  console.error(`stopped after ${taken} pictures: ${error.message}`);
  process.exitCode = 1;
} finally { await page.stop(); }
console.log(`${taken} pictures in ${folder}`);
