// A part of a document that a command writes: everything between `<!-- NAME: … -->` and `<!-- /NAME -->`.
import { readFileSync, writeFileSync } from 'node:fs';

/** The document with `text` between the marks; throws where they are not. */
export function between(document, name, text) {
  const marks = new RegExp(`(<!-- ${name}:[^]*?-->)[^]*?(<!-- /${name} -->)`);
  if (!marks.test(document)) throw new Error(`there is no place for it: write <!-- ${name}: --> and <!-- /${name} --> there`);
  return document.replace(marks, (_, open, close) => `${open}\n${text.trimEnd()}\n${close}`);
}

/** Puts `text` into a file. */
export function put(file, name, text) {
  try {
    writeFileSync(file, between(readFileSync(file, 'utf8'), name, text));
  } catch (error) { throw new Error(`${file}: ${error.message}`); }
}

/** A table in Markdown; the first row is its head, `right` names the columns with numbers. */
export function markdownTable(lines, right) {
  const row = cells => `| ${cells.join(' | ')} |`.replace(/ {2,}/g, ' ');
  return [row(lines[0]), row(lines[0].map((_, column) => (right.includes(column) ? '---:' : '---'))), ...lines.slice(1).map(row)].join('\n');
}
