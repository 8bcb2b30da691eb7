// The figures that a budget or a peer stands beside, as bars in one plain SVG: each group has its own scale, the dashed line is
// the budget. Its colours follow what the reader's system prefers; the ground is its own, so that it reads on any page.
import { printed } from './markdown.mjs';

const NAMES = { ours: 'Bước Số', preact: 'Preact', surveyjs: 'SurveyJS' };
const STYLE = `text{fill:#14302b}.g{fill:#fff}.q{fill:#435c56}.l{stroke:#fff;stroke-width:4;paint-order:stroke}.b{stroke:#97290f;stroke-width:1.5;stroke-dasharray:4 3}
.x{fill:#97290f;font-weight:700}.ours{fill:#0a5f57}.preact{fill:#667b74}.surveyjs{fill:#c98a00}
@media(prefers-color-scheme:dark){text{fill:#f1f5ee}.g{fill:#0f1d1a}.q{fill:#b9c9c1}.l{stroke:#0f1d1a}.b{stroke:#ffb59e}.x{fill:#ffb59e}.ours{fill:#83d8c7}.preact{fill:#849e94}.surveyjs{fill:#f5c542}}`;
const escape = text => printed(text).replace(/[&<>]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]);
const LEFT = 84, WIDE = 560, BAR = 20, HIGH = 26 + 3 * BAR + 18, RIGHT = 112, LABEL = 64;

const values = row => Object.keys(NAMES).filter(key => row[key] !== null && row[key] !== undefined).map(key => `${NAMES[key]} ${row.show(row[key])}`).join(', ');
const verdict = row => (row.holds ? 'holds' : 'MISSED');

function group(row, top) {
  const most = Math.max(row.ours, row.preact || 0, row.surveyjs || 0, row.limit), x = value => LEFT + WIDE * value / most;
  const budget = x(row.limit).toFixed(1), edge = LEFT + WIDE + RIGHT - 16;
  const parts = [`<text x="16" y="${top + 14}" font-weight="700">${escape(row.name)}</text>`,
    `<text x="${edge}" y="${top + 14}" text-anchor="end" class="${row.holds ? 'q' : 'x'}">${escape(`${row.budget} ${verdict(row)}`)}</text>`,
    `<path class="b" d="M${budget} ${top + 20}V${top + 22 + 3 * BAR}"/>`];
  Object.keys(NAMES).forEach((key, line) => {
    const y = top + 22 + line * BAR, value = row[key];
    parts.push(`<text x="${LEFT - 8}" y="${y + 13}" text-anchor="end">${NAMES[key]}</text>`);
    if (value === null || value === undefined) return;
    // A number that the budget's line would go through stands behind it.
    const end = x(value), label = budget > end - 2 && budget < end + LABEL ? Number(budget) : end;
    parts.push(`<rect class="${key}" x="${LEFT}" y="${y + 1}" width="${(end - LEFT).toFixed(1)}" height="${BAR - 5}"/>`,
      `<text class="l" x="${(label + 6).toFixed(1)}" y="${y + 13}">${escape(row.show(value))}</text>`);
  });
  return parts;
}

export function chart(rows, title) {
  const groups = rows.filter(row => row.limit && row.ours !== null);
  const said = groups.map(row => `${row.name}: ${values(row)}; budget ${row.budget}, ${verdict(row)}.`).join(' ');
  const height = 60 + groups.length * HIGH;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${LEFT + WIDE + RIGHT} ${height}" role="img" aria-labelledby="t d" font-family="system-ui, sans-serif" font-size="13">
<title id="t">Bước Số, Preact, SurveyJS</title>\n<desc id="d">${escape(`${title}. ${said}`)}</desc>\n<style>${STYLE}</style>\n<rect class="g" width="100%" height="100%"/>
<text x="16" y="26" class="q">${escape(title)}</text>\n${groups.flatMap((row, at) => group(row, 48 + at * HIGH)).join('\n')}\n</svg>\n`;
}
