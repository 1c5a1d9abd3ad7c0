// What the page and its workers send each other.

import type { WorkShare } from '../portfolio/shared_work.ts';

/** A request to the service in a worker, the wish to hear no more of one, or the news that who helps with a share of one tells no more. */
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
      /** Where other workers tell what they decide of this list. */
      readonly helpers?: readonly MessagePort[] | undefined;
      /** The share of the list that is decided for another worker, and where it is told. */
      readonly helping?: { readonly share: WorkShare; readonly to: MessagePort } | undefined;
    }
  | { readonly id: number; readonly cancel: true }
  | { readonly id: number; readonly left: number };

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
