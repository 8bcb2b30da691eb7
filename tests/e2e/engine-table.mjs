// What came of the journeys, engine by engine: for the end of a run and for the README.
import { markdownTable } from './marked.mjs';

const HEAD = ['engine', 'version', 'passed', 'failed', 'absent'];
const numbers = [2, 3, 4];

/** `counts`: { name: { version, passed, failed, absent } } in the order of the engines. */
const lines = counts => [HEAD, ...Object.entries(counts).map(([name, { version, passed, failed, absent }]) => [name, version || '-', ...[passed, failed, absent].map(String)])];

export function asText(counts) {
  const all = lines(counts), widths = HEAD.map((_, column) => Math.max(...all.map(line => line[column].length)));
  return all.map(line => line.map((text, column) => (numbers.includes(column) ? text.padStart(widths[column]) : text.padEnd(widths[column]))).join('  ')).join('\n');
}

/** A failed journey stays to be seen: its number is bold. */
export function asMarkdown(counts) {
  const [head, ...rows] = lines(counts);
  return markdownTable([head, ...rows.map(row => row.map((text, column) => (column === 3 && text !== '0' ? `**${text}**` : text)))], numbers);
}
