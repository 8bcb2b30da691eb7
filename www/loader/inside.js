// Where files come from in the tool in one file (`buoc-so.html`): the page itself. Nothing is asked for.

import * as glue from 'glue-of-the-tool';
import { fill } from '../late/guide.js';
import { FILES, Failure } from './files.js';

const inside = (file) => document.querySelector(`[data-file="${file}"]`);

/** Nothing has an address. */
export const at = () => '';
/** Where the tool stands for everybody, for sharing: given to the build, or unknown. */
export const home = () => '__ADDRESS__';

const guide = {
  show: (body) => {
    const template = document.querySelector(`template[lang="${body.closest('[lang]').lang}"]`);
    if (template) fill(body, template.content.querySelector('main'), '');
  },
};
/** A module of ours; there is no worker here. */
export const script = async (file) => ({ [FILES.glue]: glue, [FILES.guide]: guide })[file];

/** A file whole. */
export async function bytes([file, size], code) {
  const place = inside(file);
  const text = place ? atob(place.textContent) : '';
  if (text.length !== size) throw new Failure(code, `${file}: ${text.length} bytes`);
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

/** A style sheet: the policy of the page knows its hash. */
export async function styled(root, file) {
  if (root.querySelector(`[data-file="${file}"]`)) return;
  const style = document.createElement('style');
  style.textContent = inside(file).textContent;
  style.setAttribute('data-file', file);
  root.appendChild(style);
}
