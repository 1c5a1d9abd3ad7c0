// A ZIP archive with uncompressed entries (APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16). Workbooks are such archives. Ours are
// small, and uncompressed entries give the same bytes in every runtime. Every entry carries the first day and time of the format.

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let rest = n;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  return rest >>> 0;
});

/** The CRC-32 of some bytes, as ZIP and PNG use it. */
export function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = CRC_TABLE[(sum ^ byte) & 0xff]! ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

/** The bytes of numbers in little-endian order; each number comes with its length in bytes. */
function littleEndian(...values: readonly (readonly [value: number, bytes: 2 | 4])[]): number[] {
  return values.flatMap(([value, bytes]) => Array.from({ length: bytes }, (_, i) => (value >>> (8 * i)) & 0xff));
}

const ZIP_VERSION = 20;
/** General purpose flags: bit 11 says that names are UTF-8. */
const FLAGS = 0x0800;
const STORED = 0;
const FIRST_TIME = 0;
/** 1980-01-01. */
const FIRST_DATE = 0x21;

/** A file in an archive: its path and its text. */
export type ZipEntry = readonly [name: string, content: string];

/** The bytes of an archive with files in the order given. */
export function zipped(files: readonly ZipEntry[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  const add = (list: Uint8Array[], bytes: Uint8Array): number => {
    list.push(bytes);
    return bytes.length;
  };
  for (const [name, content] of files) {
    const path = encoder.encode(name);
    const bytes = encoder.encode(content);
    const described = littleEndian(
      [ZIP_VERSION, 2],
      [FLAGS, 2],
      [STORED, 2],
      [FIRST_TIME, 2],
      [FIRST_DATE, 2],
      [crc32(bytes), 4],
      [bytes.length, 4],
      [bytes.length, 4],
      [path.length, 2],
      [0, 2],
    );
    // No comment, first disk, no attributes; then where the entry begins.
    const place = littleEndian([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]);
    add(
      directory,
      Uint8Array.from([...littleEndian([0x02014b50, 4], [ZIP_VERSION, 2]), ...described, ...place, ...path]),
    );
    offset += add(parts, Uint8Array.from([...littleEndian([0x04034b50, 4]), ...described, ...path]));
    offset += add(parts, bytes);
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Uint8Array.from(
    littleEndian([0x06054b50, 4], [0, 2], [0, 2], [files.length, 2], [files.length, 2], [size, 4], [offset, 4], [0, 2]),
  );
  const all = [...parts, ...directory, end];
  const archive = new Uint8Array(offset + size + end.length);
  let at = 0;
  for (const part of all) {
    archive.set(part, at);
    at += part.length;
  }
  return archive;
}
