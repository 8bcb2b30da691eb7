// What came of the journeys, engine by engine: for the end of a run and for the README.
import { markdownTable } from './marked.mjs';

export const PLACES = ['own page', 'strict portal'];
export const COLUMNS = ['start', 'run or guide', 'results', 'print view', 'offline'];
const HEAD = ['engine', 'version', 'passed', 'again', 'failed', 'absent'];
const numbers = [2, 3, 4, 5];

/** `counts`: { name: { version, passed, again, failed, absent, seen: [{ place, column, what }] } } in the order of the engines. */
const lines = counts => [HEAD, ...Object.entries(counts).map(([name, { version, passed, again, failed, absent }]) => [name, version || '-', ...[passed, again, failed, absent].map(String)])];

/** Engine and place, and what journeys have seen to work there; a dash where none has seen anything. */
const sights = counts => [['engine', 'place', ...COLUMNS], ...Object.entries(counts).flatMap(([name, { seen = [] }]) => PLACES.map(place => [name, place, ...COLUMNS.map(column =>
  [...new Set(seen.filter(sight => sight.place === place && sight.column === column).map(({ what }) => what))].sort().join(', ') || '-')]))];

function aligned(all, right) {
  const widths = all[0].map((_, column) => Math.max(...all.map(line => line[column].length)));
  return all.map(line => line.map((text, column) => (right.includes(column) ? text.padStart(widths[column]) : text.padEnd(widths[column]))).join('  ').trimEnd()).join('\n');
}

export const asText = counts => `${aligned(sights(counts), [])}\n\n${aligned(lines(counts), numbers)}`;

/** A failed journey stays to be seen: its number is bold. */
export function asMarkdown(counts) {
  const [head, ...rows] = lines(counts);
  const bold = rows.map(row => row.map((text, column) => (column === 4 && text !== '0' ? `**${text}**` : text)));
  return `${markdownTable(sights(counts), [])}\n\n${markdownTable([head, ...bold], numbers)}`;
}
