// QR codes read from a screenshot by a reader that has nothing to do with the writer: counts, and the set-up for other phones.
import { strict as assert } from 'node:assert';
import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pixels } from '../png.mjs';
import { anotherPhone, answerBySeed, begin, exportedText, fillSetup, finish, goTo, merge, next, openPage, PLACE, savedFile, tapAll, total, untilPart } from '../outreach.mjs';
import { differences, figures } from '../tally.mjs';

/** What a camera in front of the screen sees: text of the code on it, from the pixels alone. */
async function scanned(test) {
  const { page } = test;
  await page.until('the code', () => { const code = P.firstVisible('svg[data-code]'); if (code) code.scrollIntoView(); return !!code; });
  const box = await page.eval(() => { const b = P.find('svg[data-code]').getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom, innerWidth, innerHeight]; });
  assert.ok(box[0] >= 0 && box[1] >= -1 && box[2] <= box[4] && box[3] <= box[5] + 1, `the whole code is in sight: ${box.map(Math.round)}`);
  const path = join(tmpdir(), `buoc-so-code-${process.pid}-${test.engine.name}.png`);
  await page.screenshot(path);
  const { width, height, deep, bytes } = pixels(readFileSync(path));
  rmSync(path);
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let i = 0; i < width * height; i++) for (let part = 0; part < 3; part++) rgba[4 * i + part] = bytes[deep * i + part];
  const decode = createRequire(join(process.env.BUOC_SO_NODE_MODULES, 'x.js'))('jsqr');
  const found = (decode.default || decode)(rgba, width, height);
  assert.ok(found, `a code is found on ${width}×${height} pixels`);
  return found.data || Buffer.from(found.binaryData).toString('utf8');
}

export default {
  'outreach-code-of-counts': async test => {
    const { page } = test;
    await begin(test);
    await next(page);
    for (const [i, audience] of ['citizen', 'farm-household', 'household-business', 'enterprise'].entries()) {
      await answerBySeed(page, 40 + i, { audience });
      await finish(page);
      await tapAll(page, { by_area_started: ['payment', 'identity-services', 'ecommerce', 'safety'], by_skill: ['online-payment', 'online-services', 'self-protection'], blocked_reasons: ['sim-not-own', 'no-vneid-2'], by_age_band: '36-60' });
      await next(page);
    }
    await finish(page);
    await page.click('[data-action="end-session"]');
    await untilPart(page, 'join');
    await page.until('the part that has ended', () => P.all('[data-batch][data-ended]').length > 0);
    const [record] = await savedFile(page);
    const text = await exportedText(page);
    await page.click('[data-export="qr"]');
    const seen = await scanned(test);
    assert.equal(seen, text, 'the code holds the text');
    assert.ok(Buffer.byteLength(seen) <= 1200, `${Buffer.byteLength(seen)} bytes`);
    assert.ok(/^[\x20-\x7e\sÀ-ỹ]*$/u.test(seen), 'it is plain text for any scanner');
    // Scanners and messages change blanks and ends of lines.
    for (const changed of [seen, seen.replace(/\n/g, '\r\n'), `  ${seen.replace(/\s+/g, ' ')}\n`]) {
      await anotherPhone(test);
      await goTo(page, 'join');
      await merge(page, changed);
      assert.deepEqual(differences(await total(page), figures(record)), [], 'the same counts');
    }
  },

  'outreach-code-of-setup': async test => {
    const { page } = test;
    await openPage(test);
    await page.click('[data-action="next"]');
    await untilPart(page, 'setup');
    const place = { ...PLACE, session_date: '2026-12-24', host: 'Tổ công nghệ số "A" & B' };
    await fillSetup(page, place);
    await page.click('[data-action="qr"]');
    const link = await scanned(test);
    assert.ok(link.startsWith(`${test.site.base}outreach.html#`), link);
    await page.open(`${test.site.base}robots.txt`);
    await page.open(link);
    await untilPart(page, 'safety');
    assert.equal(await page.eval(() => location.hash + location.search), '', 'nothing of it stays in the address');
    await page.click('[data-action="next"]');
    await untilPart(page, 'setup');
    const filled = await page.eval(ids => ids.map(id => P.find('#' + id).value), Object.keys(place));
    assert.deepEqual(filled, Object.values(place), 'the form is filled in');
    await page.click('[data-action="start"]');
    await untilPart(page, 'between');
    // A link that somebody has spoilt is a page without a set-up.
    for (const bad of ['#buoi9.abc', '#k1=abc', `${link.slice(link.indexOf('#'), -3)}`, `#${'a'.repeat(9000)}`]) {
      await page.open(`${test.site.base}robots.txt`);
      await page.open(`${test.site.base}outreach.html${bad}`);
      await page.until('the page', () => P.state().ready && P.screens().length === 1, [], 3 * page.patience);
      assert.equal(await page.eval(() => location.hash), '');
    }
  },
};
