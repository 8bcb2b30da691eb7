// What the counts look like: bars and tables say the same, the wall fits a projector, the public summary hides small counts, two
// sessions beside each other, topics to teach.
import { strict as assert } from 'node:assert';
import { anotherPhone, begin, chosen, finish, goTo, next, PLACE, savedFile, tapAll, untilPart } from '../outreach.mjs';
import { batchName, figures } from '../tally.mjs';

const COUNTS = [
  { contacts_total: 20, by_audience: { citizen: 12, 'farm-household': 6, cooperative: 2 }, by_area_started: { payment: 9, ecommerce: 4, safety: 1 }, by_skill: { 'online-payment': 8, 'online-services': 2 }, blocked_reasons: { 'no-vneid-2': 7, 'sim-not-own': 5, 'weak-signal': 1 }, by_status: { ready: 40, after: 30 }, by_duty: { 'hkd-books': 3, 'hkd-register': 1 }, by_age_band: { 'over-60': 9, '36-60': 11 } },
  { contacts_total: 30, by_audience: { citizen: 30 }, by_area_started: { payment: 20, learning: 3 }, by_skill: { 'online-payment': 18 }, blocked_reasons: { 'no-vneid-2': 2, 'no-account': 12 }, by_status: { ready: 70 }, by_duty: {}, by_age_band: {} },
];

/** A phone with two sessions of one place, a month apart. */
async function two(test) {
  const { page } = test;
  await begin(test, PLACE);
  await next(page);
  await finish(page);
  await tapAll(page, { by_skill: 'online-payment' });
  await next(page);
  await finish(page);
  await page.click('[data-action="end-session"]');
  await untilPart(page, 'join');
  await page.until('ended', () => P.all('[data-batch][data-ended]').length > 0);
  const [sample] = await savedFile(page);
  const list = COUNTS.map((counts, i) => ({ ...sample, ...counts, batch: batchName(sample.batch, i), session_date: `2026-1${i}-05` }));
  await anotherPhone(test);
  await goTo(page, 'join');
  await chosen(page, [['hai.json', JSON.stringify({ format: 'buoc-so-tally/1', records: list })]]);
  await page.click('[data-action="merge"]');
  await page.until('merged', () => !!P.find('[data-merged]'));
  await goTo(page, 'charts');
  return list;
}
/** In the page: figures by where they stand. */
const figuresAt = selector => {
  const out = {};
  P.all(selector).forEach(el => { out[el.getAttribute('data-tally')] = el.hasAttribute('data-few') ? 'few' : Number(el.getAttribute('data-value')); });
  return out;
};

export default {
  'outreach-charts': async test => {
    const { page } = test;
    const [first, second] = await two(test);
    await page.click('[data-show="2026Q4"]');
    const all = figures(first), sums = { ...all };
    for (const [key, count] of Object.entries(figures(second))) sums[key] = (sums[key] || 0) + count;
    const table = await page.eval(figuresAt, 'table.figures [data-tally]'), bars = await page.eval(figuresAt, '[data-chart] [data-tally]');
    assert.deepEqual(Object.entries(table).sort(), Object.entries(sums).sort(), 'the table says the total of the quarter');
    for (const [key, count] of Object.entries(bars)) assert.equal(count, table[key], `bar and table say the same of ${key}`);
    for (const key of Object.keys(table)) assert.ok(key === 'contacts_total' || key in bars, `${key} has a bar`);
    const wrong = await page.eval(() => P.all('[data-chart]').reduce((out, chart) => {
      const rows = Array.from(chart.querySelectorAll('li')).map(row => ({ count: Number(row.querySelector('[data-value]').getAttribute('data-value')), wide: row.querySelector('rect').getBoundingClientRect().width, room: row.querySelector('svg').getBoundingClientRect().width }));
      const most = Math.max.apply(null, rows.map(row => row.count));
      return out.concat(rows.filter(row => Math.abs(row.wide / row.room - row.count / most) > 0.02).map(row => chart.getAttribute('data-chart') + ': ' + JSON.stringify(row)));
    }, []));
    assert.deepEqual(wrong, [], 'bars are as long as their counts');
    // One topic for each blocker that stood in the way most; each opens something.
    const topics = await page.eval(() => P.all('[data-topic]').map(el => [el.getAttribute('data-topic'), Number(el.getAttribute('data-opens'))]));
    assert.deepEqual(topics.map(([id]) => id), ['bank-account', 'vneid-2', 'sim-own-name'], JSON.stringify(topics));
    assert.ok(topics.length === 3 && topics.every(([, opens]) => opens > 0), JSON.stringify(topics));
    // Two sessions beside each other.
    await page.eval(() => {
      for (const [id, place] of [['first', 1], ['second', 2]]) { const field = P.find('#' + id); field.value = field.options[place].value; field.dispatchEvent(new Event('change', { bubbles: true })); }
    });
    const changes = await page.until('the comparison', () => { const rows = P.all('[data-change]'); return rows.length > 0 && rows.map(row => [row.getAttribute('data-change')].concat(Array.from(row.querySelectorAll('td')).map(td => td.textContent.replace('−', '-').trim()))); });
    const found = Object.fromEntries(changes.map(([key, ...rest]) => [key, rest]));
    assert.deepEqual(found['by_skill:online-payment'], ['8', '18', '+10']);
    assert.deepEqual(found['blocked_reasons:no-vneid-2'], ['7', '2', '-5']);
  },

  'outreach-charts-public': async test => {
    const { page } = test;
    const list = await two(test);
    await page.click('[data-show="all"]');
    await goTo(page, 'report');
    await page.click('[data-action="public"]');
    const shown = await page.until('small counts hidden', figuresAt, ['table.figures [data-tally]']);
    const small = Object.entries(shown).filter(([, count]) => count !== 'few' && count > 0 && count < 3);
    assert.deepEqual(small, [], 'no count under three');
    assert.ok(Object.values(shown).includes('few'), 'and it is said where one was');
    assert.ok(list.length === 2);
  },

  'outreach-charts-wall': async test => {
    const { page } = test;
    if (test.engine.name === 'webkit') return;
    await page.viewport(1280, 800);
    try {
      await two(test);
      await page.click('[data-show="all"]');
      await page.click('[data-action="wall"]');
      for (let i = 0, seen = ''; i < 10; i++) {
        const wall = await page.until('the wall', () => {
          const chart = P.find('[data-chart]');
          return chart && { chart: chart.getAttribute('data-chart'), high: document.documentElement.scrollHeight, wide: document.documentElement.scrollWidth, letters: Math.min.apply(null, P.all('[data-chart] li span, [data-chart] li b, [data-chart] h2').map(el => parseFloat(getComputedStyle(el).fontSize))), huge: parseFloat(getComputedStyle(P.find('[data-tally="contacts_total"]')).fontSize) };
        });
        assert.ok(wall.high <= 800 && wall.wide <= 1280, `fits the window: ${JSON.stringify(wall)}`);
        // 1/40 of the height of a picture is read from the far end of a hall.
        assert.ok(wall.letters >= 20 && wall.huge >= 80, `large enough: ${JSON.stringify(wall)}`);
        if (seen.includes(wall.chart) || !(await page.eval(() => !!P.firstVisible('[data-wall="next"]')))) break;
        seen += `${wall.chart} `;
        await page.click('[data-wall="next"]');
      }
      assert.deepEqual(await page.eval(() => P.all('button, a, input, select, textarea').filter(el => !el.hasAttribute('data-wall')).map(el => el.outerHTML)), [], 'nothing behind the wall to get lost in');
      await page.click('[data-wall="off"]');
      await page.until('the ordinary charts', () => P.all('[data-chart]').length > 1);
      await page.click('[data-action="wall"]');
      await page.until('the wall again', () => P.all('[data-chart]').length === 1);
      await page.press('Escape');
      await page.until('the ordinary charts after Escape', () => P.all('[data-chart]').length > 1);
    } finally { await page.viewport(360, 740); }
  },
};
