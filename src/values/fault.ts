// A fault of the service itself, as distinct from a mistake in what it was sent.

/**
 * Thrown where the code contradicts itself, or is asked for what does not exist. Its message is written in the code and holds no value
 * of a request, so that a log may keep it; the message of any other error may hold one and is never kept.
 */
export class Fault extends RangeError {
  override readonly name = 'Fault';
}
