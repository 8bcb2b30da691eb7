// The table of the bench for the README: no date, but what was measured on what. A missed budget stays to be seen.
import { markdownTable } from '../marked.mjs';

const SIGNS = [[/<=/g, '≤'], [/->/g, '→'], [/(\d) x /g, '$1 × '], [/(\d) us\b/g, '$1 µs']];
/** The plain words of the terminal with the signs of print. */
export const printed = text => SIGNS.reduce((all, [plain, sign]) => all.replace(plain, sign), text);

const COLUMNS = ['', 'Bước Số', 'Preact', 'SurveyJS', 'to Preact', 'to SurveyJS', 'budget', ''];

/** `report`: what bench.json holds; `list`: its rows, with `show`. */
export function markdown(report, list) {
  const cell = (row, key) => (row[key] === null || row[key] === undefined ? '–' : row.show(row[key]));
  const ratio = value => (value ? `${value} ×` : '');
  const rows = list.map(row => {
    const name = row.name.startsWith(' ') ? `– ${row.name.trim()}` : row.name;
    const verdict = row.holds === null ? '' : row.holds ? 'holds' : '**MISSED**';
    const values = row.text ? [row.text, '', '', '', ''] : [cell(row, 'ours'), cell(row, 'preact'), cell(row, 'surveyjs'), ratio(row.floor), ratio(row.survey)];
    return [name, ...values, row.budget, verdict].map(printed);
  });
  const versions = Object.entries(report.versions).map(([name, version]) => `${name} ${version}`).join(', ');
  return `${markdownTable([COLUMNS, ...rows], [1, 2, 3, 4, 5])}\n\n${printed(report.title)}; ${versions}; on ${report.machine || `${report.cores} cores`}, load ${report.load[0].toFixed(1)} at the end.`;
}
