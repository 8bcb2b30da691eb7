import type { AnswerFile, Assessment, InitInput } from './engine.js';

export type {
  AnswerFile, Answers, AnswersError, AreaId, Assessment, CapabilityId, CatalogueReport, Choices, ObligationId, ObligationKind,
  ObligationReport, PlatformId, PlatformReport, QuestionId, ReasonReport, SourceId, Status, StepKind, StepReport, Summary,
} from './engine.js';

/** Loads the engine, once: from beside this package, or from what is given. */
export function load(wasm?: InitInput): Promise<void>;

/**
 * Evaluates answers, in this program alone: nothing is sent anywhere.
 * @throws {AnswersError} where the input is not of the shape of an answer file; an `Error` before `load()`.
 */
export function assess(input: AnswerFile): Assessment;
