/** WAV: one RIFF of the file's length, its chunks end to end, with a format and sound. */
export function isWholeWav(bytes: Buffer): boolean {
  const named = (at: number) => bytes.toString('latin1', at, at + 4);
  if (named(0) !== 'RIFF' || named(8) !== 'WAVE') return false;
  const end = 8 + bytes.readUInt32LE(4);
  if (end > bytes.byteLength || bytes.byteLength - end > 1) return false;
  const seen = new Set<string>();
  let at = 12;
  while (at + 8 <= end) {
    const name = named(at);
    if (!/^[\x20-\x7e]{4}$/.test(name)) return false;
    seen.add(name);
    const length = bytes.readUInt32LE(at + 4);
    at += 8 + length + (length % 2);
  }
  // The last chunk's padding may be left out.
  return at >= end && at <= end + 1 && seen.has('fmt ') && seen.has('data');
}
