// Reads the parts of a zip archive, which a workbook is, with limits while it is unpacked: what the directory says about sizes may be
// untrue, so that every byte is counted as it comes.

/** Why an archive cannot be read. */
export type ArchiveFault = 'broken' | 'encrypted' | 'too_large';

/** A fault of an archive, thrown while it is read. */
export class ArchiveError extends Error {
  readonly fault: ArchiveFault;

  constructor(fault: ArchiveFault) {
    super(`archive: ${fault}`);
    this.fault = fault;
  }
}

/** Bytes that all parts of an archive may have when they are unpacked. */
const UNPACKED_MAX = 64 * 1024 * 1024;
/** How many times smaller a part of more than `RATIO_FROM` bytes may be packed: sheets of figures reach 20, blanks 1000. */
const RATIO_MAX = 150;
const RATIO_FROM = 1024 * 1024;
/** Parts that are looked at; a workbook has some dozens. */
const PARTS_MAX = 2_000;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const METHOD_STORED = 0;
const METHOD_DEFLATED = 8;

/** A part as the directory lists it. */
interface ArchivePart {
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly at: number;
  readonly encrypted: boolean;
}

/** An archive whose parts can be read one after another. */
export class Archive {
  readonly #bytes: Uint8Array<ArrayBuffer>;
  readonly #parts: ReadonlyMap<string, ArchivePart>;
  #left = UNPACKED_MAX;

  /** Reads the directory of an archive. Throws `ArchiveError`. */
  constructor(bytes: Uint8Array<ArrayBuffer>) {
    this.#bytes = bytes;
    this.#parts = directoryOf(bytes);
  }

  has(name: string): boolean {
    return this.#parts.has(name);
  }

  /** The text of a part in pieces, as it is unpacked. Throws `ArchiveError`. */
  async *text(name: string): AsyncGenerator<string> {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    try {
      for await (const piece of this.#unpack(name)) yield decoder.decode(piece, { stream: true });
      yield decoder.decode();
    } catch (error) {
      throw error instanceof ArchiveError ? error : new ArchiveError('broken');
    }
  }

  async *#unpack(name: string): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    const part = this.#parts.get(name);
    if (part === undefined) return;
    if (part.encrypted) throw new ArchiveError('encrypted');
    // Refused by what it says of itself before anything is unpacked.
    if (part.unpacked > this.#left || isPadded(part.unpacked, part.packed)) throw new ArchiveError('too_large');
    const view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.byteLength);
    if (part.at + 30 > view.byteLength || view.getUint32(part.at, true) !== LOCAL) throw new ArchiveError('broken');
    const from = part.at + 30 + view.getUint16(part.at + 26, true) + view.getUint16(part.at + 28, true);
    const packed = this.#bytes.subarray(from, from + part.packed);
    if (packed.byteLength < part.packed) throw new ArchiveError('broken');
    let size = 0;
    for await (const piece of part.method === METHOD_STORED ? [packed] : inflated(packed)) {
      size += piece.byteLength;
      this.#left -= piece.byteLength;
      if (this.#left < 0 || isPadded(size, part.packed)) throw new ArchiveError('too_large');
      yield piece;
    }
  }
}

const isPadded = (unpacked: number, packed: number): boolean => unpacked > RATIO_FROM && unpacked > packed * RATIO_MAX;

/** The bytes of a deflated part, piece by piece. */
async function* inflated(packed: Uint8Array<ArrayBuffer>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  try {
    for (;;) {
      const next = await reader.read();
      if (next.done) return;
      yield next.value;
    }
  } finally {
    // Stops unpacking where the reader has had enough; a stream that has failed has nothing to stop.
    await reader.cancel().catch(() => undefined);
  }
}

/** The parts that the directory at the end of an archive lists. */
function directoryOf(bytes: Uint8Array<ArrayBuffer>): ReadonlyMap<string, ArchivePart> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = directoryEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > PARTS_MAX) throw new ArchiveError('too_large');
  const parts = new Map<string, ArchivePart>();
  for (let i = 0; i < count; i++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) throw new ArchiveError('broken');
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ];
    const method = view.getUint16(at + 10, true);
    if (method !== METHOD_STORED && method !== METHOD_DEFLATED) throw new ArchiveError('broken');
    parts.set(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name)), {
      method,
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    });
    at += 46 + name + extra + comment;
  }
  return parts;
}

/** Where the end of the directory is; it has a comment of at most 65,535 bytes behind it. */
function directoryEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--)
    if (view.getUint32(at, true) === END) return at;
  throw new ArchiveError('broken');
}
