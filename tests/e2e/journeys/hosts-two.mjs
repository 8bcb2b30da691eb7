// Two widgets on one page, in two languages, one of them within a form: neither knows of the other.
import { strict as assert } from 'node:assert';
import { PEOPLE } from '../answers.mjs';
import { inHost } from '../hosts.mjs';
import { tapThrough } from '../tapper.mjs';

const [one, two] = [PEOPLE.citizen, PEOPLE.enterprise];
/** From here on the journey speaks to this one. */
const to = (page, id) => page.eval(wanted => { window.__tool = document.getElementById(wanted); }, id);
const walk = (page, people, last) => tapThrough(page, async (W, answers, until) => {
  const asked = [];
  while (W.question() && W.question() !== until) { asked.push(W.question()); await W.answer(answers); }
  return asked;
}, people, last || null);

export const engines = ['chromium', 'chromium-64', 'firefox', 'webkit'];
export default {
  'hosts-two-widgets': async test => {
    const { page } = test;
    await inHost(test, 'two');
    await page.until('both ready', () => window.__bs.events.filter(event => event.name === 'ready').length === 2);
    const look = id => to(page, id).then(() => page.state());
    const [first, second] = [await look('one'), await look('two')];
    assert.deepEqual([first.lang, first.theme, second.lang, second.theme], ['vi', 'light', 'en', 'dark']);

    // The same names of radios, in the page and twice in us.
    await to(page, 'one');
    await page.eval(audience => P.find(`input[name="audience"][value="${audience}"]`).click(), one.audience);
    await to(page, 'two');
    assert.deepEqual(await page.eval(() => P.checked('audience')), [], 'an answer to one is none to the other');
    await page.eval(audience => P.find(`input[name="audience"][value="${audience}"]`).click(), two.audience);
    await to(page, 'one');
    assert.deepEqual(await page.eval(() => P.checked('audience')), [one.audience]);
    assert.deepEqual(await page.eval(() => [document.querySelector('input[value="theirs"]').checked, Array.from(new FormData(document.getElementById('form')).entries())]), [true, [['audience', 'theirs']]], 'nor to the page’s form');

    await walk(page, one, 'needs');
    assert.deepEqual(await page.eval(() => P.checked('needs')), ['sell'], 'its own start');
    await to(page, 'two');
    const before = await page.state();
    assert.deepEqual([before.screen, before.checked], ['welcome', [two.audience]], 'the other stands where it stood');
    const asked = await walk(page, two);
    assert.ok(!asked.includes('province') && asked.includes('size'), `its own questions: ${asked}`);

    // The language of one, by its button and by its attribute.
    await to(page, 'one');
    await page.eval(() => { P.find('[data-action="language"]').click(); });
    await page.until('English', () => P.state().lang === 'en');
    await page.eval(() => { document.getElementById('two').setAttribute('lang', 'vi'); document.getElementById('two').setAttribute('theme', 'contrast'); });
    await to(page, 'two');
    await page.until('Vietnamese', () => P.state().lang === 'vi');
    assert.deepEqual([(await look('one')).lang, (await look('one')).theme, (await look('two')).theme], ['en', 'light', 'contrast']);
    const kept = await page.stored();
    assert.ok(!JSON.stringify(kept).includes(one.internet), 'the one with save off keeps nothing');

    // One goes, the other goes on.
    await page.eval(() => { document.getElementById('one').remove(); });
    await to(page, 'two');
    assert.ok(await tapThrough(page, async W => { await W.act('results'); return P.platforms().length > 20; }));
    await page.eval(() => { document.getElementById('form').appendChild(document.createElement('buoc-so')).id = 'three'; });
    await to(page, 'three');
    await page.until('a third one', () => { const s = P.state(); return s.inShadow && s.screen === 'welcome' && s.checked.length === 0; });
    assert.equal((await look('two')).screen, 'results');
    await page.eval(() => { document.getElementById('two').remove(); });
    await to(page, 'three');
    await walk(page, one);
    assert.equal((await page.state()).screen, 'review');
  },
};
