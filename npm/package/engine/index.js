// The engine alone: answers in, evaluation out. Nothing happens on import.

import start, { assess as evaluate } from './engine.js';

let loading;
let loaded = false;

/** Loads the wasm, once. From beside this file, unless a place or the bytes are given. */
export function load(wasm) {
  if (!loading) {
    loading = start(wasm === undefined ? undefined : { module_or_path: wasm }).then(
      () => {
        loaded = true;
      },
      (error) => {
        // The network may be back for the next call.
        loading = undefined;
        throw error;
      },
    );
  }
  return loading;
}

/** Evaluates answers. */
export function assess(input) {
  if (!loaded) throw new Error('buoc-so: await load() before the first assess()');
  return evaluate(input);
}
