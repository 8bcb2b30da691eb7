// From single visits to the figures of the table, with the budgets of the design (section 5).
export const median = list => {
  const sorted = [...list].sort((a, b) => a - b), middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};
/** Nearest rank. */
export const percentile = (list, share) => [...list].sort((a, b) => a - b)[Math.max(0, Math.ceil(list.length * share) - 1)];

/** The visits to one page, as one. */
export function summary(visits) {
  const of = pick => median(visits.map(pick));
  const taps = visits.flatMap(visit => visit.taps);
  const next = taps.filter(tap => tap.question).map(tap => tap.ms);
  const to = screen => taps.filter(tap => tap.to === screen).map(tap => tap.ms);
  return {
    first: of(visit => visit.first), paint: of(visit => visit.paint), second: of(visit => visit.second),
    ready: visits[0].ready === null ? null : of(visit => visit.ready),
    secondBytes: of(visit => visit.secondBytes), secondBodies: of(visit => visit.secondBodies), readyBodies: of(visit => visit.readyBodies), readyBytes: of(visit => visit.readyBytes), allBytes: of(visit => visit.allBytes),
    tap: percentile(next, 0.95), tapMedian: median(next), taps: next.length,
    results: to('results').length ? median(to('results')) : null,
    memory: of(visit => visit.memory.heap + visit.memory.wasm), heap: of(visit => visit.memory.heap), wasm: of(visit => visit.memory.wasm),
    outside: of(visit => visit.memory.outside), lost: of(visit => visit.lost),
  };
}

const ms = value => `${Math.round(value)} ms`;
const kb = value => `${(value / 1000).toFixed(1)} KB`;
const mb = value => `${(value / 1e6).toFixed(2)} MB`;
const times = (a, b) => (a / b).toFixed(2);

/** Rows of the table. `limit`: the budget in the row's own unit, or null. */
export function rows({ ours, preact, surveyjs }, kept, engine, outreach) {
  const row = (name, key, show, budget = '', limit = null) => ({
    name, key, budget, limit, ours: ours[key], preact: preact[key], surveyjs: surveyjs[key], show,
    floor: ours[key] && preact[key] ? times(ours[key], preact[key]) : '', survey: ours[key] && surveyjs[key] ? times(ours[key], surveyjs[key]) : '',
    holds: limit === null ? null : ours[key] <= limit,
  });
  const only = (name, text, budget = '', holds = null) => ({ name, text, budget, holds });
  return [
    row('first question visible and answerable', 'first', ms, '<= 1.25 x Preact', 1.25 * preact.first),
    row('second question on the screen', 'second', ms, '<= 0.50 x SurveyJS', 0.5 * surveyjs.second),
    row('next tapped -> question painted, 95th percentile', 'tap', ms, '<= 100 ms', 100),
    row('  the same, median', 'tapMedian', ms),
    row('bytes of all files until the second question', 'secondBodies', kb, '<= 90 KB', 90000),
    row('  the same with response headers', 'secondBytes', kb),
    row('bytes of all files until buoc-so:ready (peers: all)', 'readyBodies', kb, '<= 160 KB', 160000),
    row('  the same with response headers', 'readyBytes', kb),
    row('JavaScript heap + wasm memory after a full run', 'memory', mb, '<= 12 MB', 12e6),
    row('  of this, wasm memory', 'wasm', mb),
    row('buoc-so:ready', 'ready', ms),
    row('results tapped -> results painted', 'results', ms),
    row('taps on next that got no answer at all', 'lost', String),
    only('early answer still chosen after buoc-so:ready', `${kept.filter(Boolean).length} of ${kept.length}`, 'always', kept.every(Boolean)),
    ...(engine ? [
      only('evaluation of the whole catalogue, native', `${engine.once.toFixed(1)} us`, '<= 100 us', engine.once <= 100),
      only('  per copy of the content, at 100 times as much', `${engine.hundredth.toFixed(1)} us`, 'linear', null),
    ] : []),
    ...(outreach ? [
      only('outreach: next person tapped -> first question painted, median', ms(median(outreach.next)), '<= 1000 ms', median(outreach.next) <= 1000),
      only('  the same, 95th percentile', ms(percentile(outreach.next, 0.95))),
      only('outreach: 10,000 records read and merged, unthrottled', ms(outreach.merge.read + outreach.merge.merged), '<= 1000 ms', outreach.merge.read + outreach.merge.merged <= 1000),
      only('  a tenth as many', ms(outreach.tenth.read + outreach.tenth.merged), 'linear'),
    ] : []),
  ];
}

export function table(list) {
  const cell = (row, key) => (row[key] === null || row[key] === undefined ? '-' : row.show(row[key]));
  const lines = [['', 'ours', 'Preact', 'SurveyJS', '/ Preact', '/ SurveyJS', 'budget', '']].concat(list.map(row => [
    row.name, row.text || cell(row, 'ours'), row.text ? '' : cell(row, 'preact'), row.text ? '' : cell(row, 'surveyjs'), row.floor || '', row.survey || '',
    row.budget, row.holds === null ? '' : row.holds ? 'holds' : 'MISSED',
  ]));
  const widths = lines[0].map((_, column) => Math.max(...lines.map(line => line[column].length)));
  return lines.map(line => line.map((text, column) => (column === 0 || column >= 6 ? text.padEnd(widths[column]) : text.padStart(widths[column]))).join('  ').trimEnd()).join('\n');
}
