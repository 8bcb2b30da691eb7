// Where files come from for a version that a portal has pinned: code and styles beside this script, as they always were; the
// catalogue and the handbook from the folder of the tool, as they are today, so that deadlines stay true.

import { bytes as beside } from './adopted.js';
import { FILES } from './files.js';
import { at as here, script } from './source.js';

export { script };
export { styled } from './adopted.js';

/** The tool's own folder, above this one. */
const TOOL = new URL('../', import.meta.url);
/** Which files the catalogue of this schema has today. */
const LIST = 'catalogue/1/index.json';

const inTool = (file) => new URL(file, TOOL).href;
export const home = (page) => (page ? location.href.replace(/[?#].*$/, '') : inTool('index.html'));

let list;
const today = () => {
  if (!list) {
    list = fetch(inTool(LIST), { cache: 'no-cache', referrerPolicy: 'no-referrer' }).then((answer) => {
      if (!answer.ok) throw new Error(answer.status);
      return answer.json();
    });
    list.catch(() => { list = null; });
  }
  return list;
};

/** The handbook is the tool's, whatever the version, and its guide has a name without a hash there. */
export const at = (file) => {
  const guide = /^(guide-..)-\w+(\.html)$/.exec(file);
  if (guide) return inTool(guide[1] + guide[2]);
  return /^cam-nang/.test(file) ? inTool(file) : here(file);
};

/** What a file of the catalogue is called in the list. */
const part = (file) => (file === FILES.rules ? 'rules' : ['vi', 'en'].reduce((found, lang) => found
  || (file === FILES.words[lang] && `words-${lang}`) || (file === FILES.cards[lang] && `cards-${lang}`), ''));

/** A file whole. */
export async function bytes(file, code) {
  const name = part(file);
  if (!name) return beside(file, code);
  const files = await today().catch(() => ({}));
  // Without the list: perhaps the catalogue is still the one that this version was made with.
  const [path, size] = files[name] || file;
  return beside([inTool(path), size], code);
}
