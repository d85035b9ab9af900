const HEADER_BYTES = 27;

/** Ogg (Vorbis, Opus): pages end to end. */
export function isWholeOgg(bytes: Buffer): boolean {
  let at = 0;
  let pages = 0;
  while (at < bytes.byteLength) {
    if (bytes.toString('latin1', at, at + 4) !== 'OggS' || bytes.readUInt8(at + 4) !== 0) {
      return false;
    }
    const segments = bytes.readUInt8(at + 26);
    const table = bytes.subarray(at + HEADER_BYTES, at + HEADER_BYTES + segments);
    if (table.byteLength < segments) return false;
    at += HEADER_BYTES + segments + table.reduce((sum, length) => sum + length, 0);
    pages += 1;
  }
  return at === bytes.byteLength && pages >= 2;
}
