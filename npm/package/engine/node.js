// The same for Node, whose fetch knows no files.

import { readFile } from 'node:fs/promises';
import * as engine from './index.js';

export { assess } from './index.js';

/** Loads the wasm, once. From beside this file, unless a place or the bytes are given. */
export async function load(wasm) {
  await engine.load(wasm === undefined ? await readFile(new URL('./engine_bg.wasm', import.meta.url)) : wasm);
}
