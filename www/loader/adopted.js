// Where files come from in a portal: beside this script, styles as sheets that all widgets share. A sheet that is adopted stays
// with its shadow root wherever the element is moved; a <link> would be asked for again there. Old engines have only that.

import { at, styled as linked } from './source.js';

export { at, bytes, home, script } from './source.js';

const sheets = {};

function sheet(file) {
  if (!sheets[file]) {
    sheets[file] = fetch(at(file), { referrerPolicy: 'no-referrer' }).then((answer) => {
      if (!answer.ok) throw new Error(answer.status);
      return answer.text();
    }).then((text) => {
      const made = new CSSStyleSheet();
      made.replaceSync(text);
      return made;
    });
  }
  return sheets[file];
}

/** A style sheet, once; in the order in which they were wanted, whichever comes first. */
export function styled(root, file) {
  if (!('adoptedStyleSheets' in root) || !CSSStyleSheet.prototype.replaceSync) return linked(root, file);
  const wanted = root.wanted || (root.wanted = []);
  const known = wanted.find((one) => one.file === file);
  if (known) return known.there;
  const one = { file };
  wanted.push(one);
  one.there = sheet(file).then((made) => {
    one.made = made;
    root.adoptedStyleSheets = wanted.filter((other) => other.made).map((other) => other.made);
  }, () => linked(root, file));
  return one.there;
}
