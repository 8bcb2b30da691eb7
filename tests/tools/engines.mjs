// The table of engines, and a document's part that a command writes.
import { strict as assert } from 'node:assert';
import { COLUMNS, PLACES, asMarkdown, asText } from '../e2e/engine-table.mjs';
import { between } from '../e2e/marked.mjs';

const COUNTS = {
  chromium: { version: '156.0.1', passed: 12, again: 0, failed: 0, absent: 0, seen: [{ place: 'own page', column: 'start', what: 'yes' }, { place: 'own page', column: 'start', what: 'yes' }] },
  'chromium-64': { version: '64.0.2', passed: 9, again: 1, failed: 2, absent: 0, seen: [{ place: 'strict portal', column: 'run or guide', what: 'guide' }] },
  webkit: { version: null, passed: 0, again: 0, failed: 0, absent: 11 },
};

export default {
  'the table has a line for each engine, also for an absent one': () => assert.deepEqual(asText(COUNTS).split('\n').slice(-4).map(line => line.trim().split(/\s+/)), [
    ['engine', 'version', 'passed', 'again', 'failed', 'absent'], ['chromium', '156.0.1', '12', '0', '0', '0'], ['chromium-64', '64.0.2', '9', '1', '2', '0'], ['webkit', '-', '0', '0', '0', '11'],
  ]),
  'the document shows what failed': () => assert.equal(asMarkdown(COUNTS).split('\n').slice(-2)[0], '| chromium-64 | 64.0.2 | 9 | 1 | **2** | 0 |'),
  'what journeys have seen is told by engine and place, a dash where none has seen anything': () => {
    const rows = asMarkdown(COUNTS).split('\n\n')[0].split('\n');
    assert.equal(rows.length, 2 + 3 * PLACES.length);
    assert.equal(rows[0], `| engine | place | ${COLUMNS.join(' | ')} |`);
    assert.equal(rows[2], '| chromium | own page | yes | - | - | - | - |');
    assert.equal(rows[5], '| chromium-64 | strict portal | - | guide | - | - | - |');
  },
  'only what is between the marks changes': () => {
    const document = 'a\n<!-- b: by a command -->\nold\n<!-- /b -->\nc <!-- d: --><!-- /d -->';
    const changed = between(document, 'b', 'new $1\n');
    assert.equal(changed, 'a\n<!-- b: by a command -->\nnew $1\n<!-- /b -->\nc <!-- d: --><!-- /d -->');
    assert.equal(between(changed, 'b', 'old'), document);
    assert.throws(() => between(document, 'x', ''), /no place/);
  },
};
