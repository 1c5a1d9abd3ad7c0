// What the page and its worker send each other.

/** A request to the service in the worker, or the wish to hear no more of one. */
export type WorkerMessage =
  | {
      readonly id: number;
      readonly path: string;
      /** Media type of the body. */
      readonly type: string;
      /** Media type of the answer; that of the operation when missing. */
      readonly accept?: string | undefined;
      /** A request without a body is a GET. */
      readonly body?: string | Uint8Array<ArrayBuffer>;
    }
  | { readonly id: number; readonly cancel: true };

/** A piece of an answer, or its end. */
export type WorkerAnswer =
  | { readonly id: number; readonly status: number; readonly piece: Uint8Array }
  | { readonly id: number; readonly status: number; readonly done: true };

/** The cells of a file as texts, with its encoding or the name of its sheet, and all sheets of a workbook. */
export interface FileCells {
  readonly cells: readonly (readonly string[])[];
  readonly origin: string;
  readonly sheets: readonly string[];
  /** What is doubtful about the sheet itself: rows that are hidden. */
  readonly doubts: readonly { readonly code: string; readonly text: string; readonly line: null }[];
}
