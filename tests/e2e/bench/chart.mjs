// The figures that a budget or a peer stands beside, as bars in one plain SVG: each group has its own scale, the dashed line is the budget.
const NAMES = { ours: 'Bước Số', preact: 'Preact', surveyjs: 'SurveyJS' };
const COLOURS = { ours: '#0a5f57', preact: '#667b74', surveyjs: '#c98a00' };
const escape = text => text.replace(/[&<>]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]);

export function chart(rows, title) {
  const groups = rows.filter(row => row.limit && row.ours !== null);
  const left = 84, wide = 520, bar = 20, high = 26 + 3 * bar + 18;
  const parts = [`<text x="16" y="26" fill="#435c56">${escape(title)}</text>`];
  groups.forEach((row, at) => {
    const top = 48 + at * high, most = Math.max(row.ours, row.preact || 0, row.surveyjs || 0, row.limit), x = value => left + wide * value / most;
    parts.push(`<text x="16" y="${top + 14}" font-weight="700">${escape(row.name)}</text>`,
      `<text x="${left + wide + 96}" y="${top + 14}" text-anchor="end" fill="#435c56">${escape(row.budget)}</text>`);
    const budget = x(row.limit).toFixed(1);
    parts.push(`<path d="M${budget} ${top + 20}V${top + 22 + 3 * bar}" stroke="#97290f" stroke-width="1.5" stroke-dasharray="4 3"/>`);
    Object.keys(NAMES).forEach((key, line) => {
      const y = top + 22 + line * bar, value = row[key];
      parts.push(`<text x="${left - 8}" y="${y + 13}" text-anchor="end">${NAMES[key]}</text>`);
      if (value === null || value === undefined) return;
      parts.push(`<rect x="${left}" y="${y + 1}" width="${(x(value) - left).toFixed(1)}" height="${bar - 5}" fill="${COLOURS[key]}"/>`,
        `<text x="${(x(value) + 6).toFixed(1)}" y="${y + 13}" stroke="#fff" stroke-width="4" paint-order="stroke">${row.show(value)}</text>`);
    });
  });
  const height = 60 + groups.length * high;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${left + wide + 112} ${height}" font-family="system-ui, sans-serif" font-size="13" fill="#14302b">\n`
    + `<title>${escape(title)}</title>\n<rect width="100%" height="100%" fill="#fff"/>\n${parts.join('\n')}\n</svg>\n`;
}
