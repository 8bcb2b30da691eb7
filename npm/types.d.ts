// Written by `cargo xtask`: the names come from the catalogue, the assessment from the types of the engine in Rust.

/** What a person answered: an answer file of the tool as an object. */
export interface AnswerFile {
  /** A name, for whoever reads it. */
  name?: string | undefined;
  /** The day, YYYY-MM-DD. Without it: the day in Viet Nam, and not before the catalogue's state of knowledge. */
  today?: string | undefined;
  /** Where it comes from, for whoever reads it. */
  because?: string | undefined;
  /** The answers. A question that is left out is unknown, never "no". */
  answers: Answers;
  /** Questions that were asked and skipped. */
  skipped?: readonly QuestionId[] | undefined;
  /** Platforms that the person says are in use. */
  used?: readonly PlatformId[] | undefined;
  /** Platforms that the person wants in the plan. */
  wanted?: readonly PlatformId[] | undefined;
  /** Platforms that the person put away. */
  hidden?: readonly PlatformId[] | undefined;
}

/** What `assess` throws: the place in the input (`-` for the whole) and one sentence. */
export interface AnswersError extends Error {
  name: "AnswersError";
  key: string;
}
