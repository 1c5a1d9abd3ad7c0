// Fourteen receivables that every recovery department knows, each titled by what an experienced professional does with it.
// `best` and `level` name the answer of the service; where that is not the professional's, `differs` says why.

/** One receivable as a request, what is expected of the answer, and the reviewed figures. */
export interface Scenario {
  readonly name: string;
  readonly professional: string;
  readonly request: Readonly<Record<string, unknown>>;
  /** The first steps that a professional would accept. */
  readonly accepted: readonly string[];
  /** Recommended step, its value in yen, how clear that is, and the best other step by value. */
  readonly answer: readonly [best: string, net_value: string, call: string, second: string];
  /** Steps that the answer must hold closed, with a code of the reason. */
  readonly closed?: Readonly<Record<string, string>>;
  /** A code among the reasons or risks of the recommendation. */
  readonly because?: string;
  /** The options in the order in which the recommended sequence continues. */
  readonly then?: readonly string[];
  /** Why our answer is not the professional's. */
  readonly differs?: string;
}

const AS_OF = '2026-11-21';
