// The program, loaded once for all widgets of the page, and what happens when it traps.

import { FILES, Failure } from './files.js';
import { bytes, script } from 'files-of-the-tool';

const part = {};
/** A part of the catalogue, fetched once for all widgets. */
export const catalogue = (file) => part[file[0]] || (part[file[0]] = bytes(file, 'catalogue'));

let loading;
/** The program. */
export const load = () => loading || (loading = start());

async function start() {
  if (typeof WebAssembly !== 'object') throw new Failure('wasm-engine', 'no WebAssembly');
  const glue = script(FILES.glue).catch((error) => {
    throw new Failure('wasm-missing', error.message);
  });
  const [program, wasm] = await Promise.all([glue, bytes(FILES.wasm, 'wasm-missing')]);
  try {
    await program.default({ module_or_path: wasm.buffer });
  } catch (error) {
    const refused = /unsafe-eval|content security|\bcsp\b|disallowed by embedder/i.test(error.message);
    throw new Failure(refused ? 'wasm-policy' : 'wasm-engine', error.message);
  }
  return program;
}

export const widgets = new Set();
let dead = false;
/** How the engine calls our wasm in stacks, learned from a call that comes out of it. */
let own = '';

export const isDead = () => dead;
export function learn() {
  if (!own) own = (/wasm:\/\/[^\s:)]+/.exec(new Error().stack) || [''])[0];
}

/** A trap ends the instance for every widget of the page; with immediate abort nothing else says so. */
export function trapped(error) {
  if (dead || typeof WebAssembly !== 'object' || !(error instanceof WebAssembly.RuntimeError)) return false;
  // Another program's wasm is not our affair. Ours has its glue on the stack, or its own name where the stack is cut short.
  const stack = String(error.stack);
  if (!stack.includes(FILES.glue) && !(own ? stack.includes(own) : /wasm/.test(stack))) return false;
  dead = true;
  widgets.forEach((widget) => widget.fail('broken', 'trap', error.message));
  return true;
}
addEventListener('error', (event) => trapped(event.error));
addEventListener('unhandledrejection', (event) => trapped(event.reason));

/** Calls into the program. */
export function call(act) {
  try {
    return act();
  } catch (error) {
    if (!trapped(error)) throw error;
    return undefined;
  }
}
