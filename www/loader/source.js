// Where files come from: beside this script. (`inside.js` is the same for the tool in one file.)

import { Failure } from './files.js';

const HERE = new URL('.', import.meta.url);

export const at = (file) => new URL(file, HERE).href;
/** Where the tool stands for everybody, for sharing. */
export const home = (page) => (page ? location.href.replace(/[?#].*$/, '') : at('index.html'));
/** A module of ours. */
export const script = (file) => import(at(file));

/** A file whole. One that comes cut off (a busy proxy, Chromium 73 now and then) or not at all is asked for once more. */
export async function bytes([file, size], code) {
  let why;
  for (const cache of ['default', 'reload']) {
    try {
      const answer = await fetch(at(file), { cache, referrerPolicy: 'no-referrer' });
      const got = answer.ok && new Uint8Array(await answer.arrayBuffer());
      if (got && got.length === size) return got;
      why = got ? `${got.length} bytes` : answer.status;
    } catch (error) {
      why = error.message;
    }
  }
  throw new Failure(code, `${file}: ${why}`);
}

/** A style sheet, once, by address: a <style> in a shadow root is refused by strict policies. */
export function styled(root, file) {
  const known = root.querySelector(`[data-file="${file}"]`);
  if (known) return known.there;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.referrerPolicy = 'no-referrer';
  link.href = at(file);
  link.setAttribute('data-file', file);
  link.there = new Promise((done) => {
    link.onload = link.onerror = done;
  });
  root.appendChild(link);
  return link.there;
}
