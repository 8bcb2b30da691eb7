// The files of the tool as they arrive here: whether they come, of which type, how many bytes.

import { HERE, stopped } from './violations.js';

/** Path and number of bytes of every file that the tool may ask for, as this version was built. */
const FILES = __CHECK_FILES__;
/** What browsers insist on; data may have any type. */
const TYPES = {
  js: /^(text|application)\/(x-)?(java|ecma)script$/,
  css: /^text\/css$/,
  wasm: /^application\/wasm$/,
  html: /^text\/html$/,
};

/** Why a file did not come: the policy, a missing header of its server, or the way to it. */
async function reason(address) {
  if (await stopped('connect-src')) return 'policy';
  return fetch(address, { mode: 'no-cors', cache: 'no-store', referrerPolicy: 'no-referrer' }).then(() => 'cors', () => 'network');
}

async function look([file, size]) {
  const address = HERE + file;
  try {
    // As the server sends it now, not as the browser kept it.
    const answer = await fetch(address, { cache: 'no-store', referrerPolicy: 'no-referrer' });
    if (!answer.ok) return { file, missing: true };
    const type = (answer.headers.get('content-type') || '').split(';')[0].trim().toLowerCase();
    const { byteLength } = await answer.arrayBuffer();
    const fits = TYPES[file.split('.').pop()];
    return { file, type, mistyped: !!fits && !fits.test(type), changed: byteLength !== size, got: byteLength, size };
  } catch (error) {
    return { file, why: await reason(address) };
  }
}

/** Three findings at once: they look at the same answers. */
export async function files() {
  const all = await Promise.all(FILES.map(look));
  const named = (some, text) => some.map(text).slice(0, 4).join(', ');
  const lost = ['policy', 'cors', 'network'].map((why) => [why, all.filter((one) => one.why === why)]).find(([, some]) => some.length);
  const mistyped = all.filter((one) => one.mistyped);
  const missing = all.filter((one) => one.missing);
  const changed = all.filter((one) => one.changed);
  const rest = lost ? ['unknown', 'unread'] : ['good', 'fine'];
  const size = () => {
    if (missing.length) return ['bad', 'missing', { files: named(missing, ({ file }) => file) }];
    if (changed.length) return ['bad', 'wrong', { files: named(changed, ({ file, got, size: sent }) => `${file} (${got} ≠ ${sent})`) }];
    return rest;
  };
  return {
    connect: lost ? ['bad', lost[0], { files: named(lost[1], ({ file }) => file) }] : rest,
    mime: mistyped.length ? ['bad', 'wrong', { files: named(mistyped, ({ file, type }) => `${file} (${type || '–'})`) }] : rest,
    size: size(),
  };
}

/** The status of one file; 0 where it does not come. */
export const status = (file) => fetch(HERE + file, { cache: 'no-store', referrerPolicy: 'no-referrer' }).then((answer) => answer.status, () => 0);
