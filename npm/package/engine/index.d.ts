import type { AnswerFile, Assessment } from './types.js';

export type * from './types.js';

/** Loads the engine, once: from beside this package, or from the address or the bytes that are given. */
export function load(wasm?: URL | string | ArrayBuffer | Uint8Array): Promise<void>;

/**
 * Evaluates answers, in this program alone: nothing is sent anywhere.
 * @throws {AnswersError} where the input is not of the shape of an answer file; an `Error` before `load()`.
 */
export function assess(input: AnswerFile): Assessment;
