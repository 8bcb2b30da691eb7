// The table and the chart of the bench, from figures that are made up.
import { strict as assert } from 'node:assert';
import { chart } from '../e2e/bench/chart.mjs';
import { rows } from '../e2e/bench/figures.mjs';
import { markdown } from '../e2e/bench/markdown.mjs';

const figures = (first, more) => ({ first, second: first, tap: 90, tapMedian: 50, secondBodies: 80000, readyBodies: 150000, secondBytes: 82000, readyBytes: 154000, memory: 5e6, wasm: 0, ready: null, results: null, lost: 0, ...more });
const SUMS = {
  ours: figures(1000, { second: 3000, tap: 112.3, ready: 4000, results: 200, wasm: 2e6, lost: 1 }), preact: figures(1250), surveyjs: figures(8000),
};
const REPORT = { title: 'Cold, 6 x slower, Chromium 156', versions: { preact: '11.2.0', 'survey-core': '2.5.38' }, machine: '2 cores (a <processor>)', load: [1.83, 2, 2] };
const list = rows(SUMS, [true, true], { once: 23, hundredth: 27.6 });
const lines = () => markdown(REPORT, list).split('\n');
const line = name => lines().find(text => text.includes(name)).split('|').map(cell => cell.trim()).slice(1, -1);

export default {
  'every figure has its line, with ratios and budget': () => {
    assert.equal(lines().filter(text => text.startsWith('|')).length, list.length + 2);
    assert.deepEqual(line('first question'), ['first question visible and answerable', '1000 ms', '1250 ms', '8000 ms', '0.80 ×', '0.13 ×', '≤ 1.25 × Preact', 'holds']);
    assert.deepEqual(line('early answer'), ['early answer still chosen after buoc-so:ready', '2 of 2', '', '', '', '', 'always', 'holds']);
    assert.ok(lines().filter(text => text.startsWith('|')).every(text => text.split('|').length === 10));
  },
  'a missed budget says so': () => assert.deepEqual(line('95th'), ['next tapped → question painted, 95th percentile', '112 ms', '90 ms', '90 ms', '1.25 ×', '1.25 ×', '≤ 100 ms', '**MISSED**']),
  'versions and machine stand below, and no date': () => {
    const below = lines().pop();
    for (const word of ['6 × slower', 'Chromium 156', 'preact 11.2.0', 'survey-core 2.5.38', REPORT.machine, 'load 1.8']) assert.ok(below.includes(word), word);
    assert.ok(!/\b20\d\d\b/.test(markdown(REPORT, list)));
  },
  'the chart is told in words, and has colours for dark': () => {
    const svg = chart(list, 'Cold & <slow>');
    assert.match(svg, /<title id="t">[^<]+<\/title>\s*<desc id="d">Cold &amp; &lt;slow&gt;\. [^<]*MISSED[^<]*<\/desc>/);
    assert.match(svg, /aria-labelledby="t d"/);
    assert.match(svg, /@media\(prefers-color-scheme:dark\)/);
    const groups = list.filter(row => row.limit);
    assert.equal(svg.match(/<rect class="(ours|preact|surveyjs)"/g).length, 3 * groups.length);
    // Nothing sticks out on the right.
    const wide = Number(/viewBox="0 0 (\d+)/.exec(svg)[1]);
    for (const [, x, width] of svg.matchAll(/<rect class="[a-z]+" x="(\d+)" y="\d+" width="([\d.]+)"/g)) assert.ok(Number(x) + Number(width) < wide);
  },
};
