// What a log keeps of a failure: the kind of the error and the places in the code. A message may hold a value of the request, so that only
// those of our own faults, which are written in the code, are kept.

import { Fault } from '../values/fault.ts';

/** Places of the code that are kept. */
const FRAMES_MAX = 12;
/** Characters of a line of a stack that are looked at. */
const LINE_MAX = 500;

/** A line of a stack that ends with a file of the code and a place in it. */
const FRAME = /^ {4}at .*?([\w./@-]+\.[cm]?[jt]s:\d+:\d+)\)?$/;

/** The path from the folder of the sources or of the packages on. */
const WITHIN = /^.*\/((?:src|node_modules)\/.*)$/;

/** The place that a line of a stack names, without the folders of the machine; none for another line. */
function placeIn(line: string): string[] {
  const place = FRAME.exec(line.slice(0, LINE_MAX))?.[1];
  if (place === undefined) return [];
  return [WITHIN.exec(place)?.[1] ?? place.slice(place.lastIndexOf('/') + 1)];
}

/** The places at which an error arose, innermost first. A message may have several lines, so that the stack is read after it. */
function framesOf({ stack = '', message }: Error): string[] {
  const at = stack.indexOf(message);
  if (at < 0) return [];
  return stack
    .slice(at + message.length)
    .split('\n')
    .flatMap(placeIn)
    .slice(0, FRAMES_MAX);
}

/** A failure as a log keeps it. */
export interface LoggedFailure {
  /** Kind of the error. */
  readonly error: string;
  /** Message of a fault of ours. */
  readonly message?: string;
  /** File, line and column of the code, innermost first. */
  readonly frames: readonly string[];
}

/** What is kept of something that was thrown: nothing of a request. */
export function loggedFailure(thrown: unknown): LoggedFailure {
  if (!(thrown instanceof Error)) return { error: typeof thrown, frames: [] };
  const message = thrown instanceof Fault ? { message: thrown.message } : {};
  return { error: thrown.name, ...message, frames: framesOf(thrown) };
}
