const BOXES = new Set(
  'ftyp styp moov moof mdat mfra sidx ssix prft free skip wide udta meta uuid emsg pdin'.split(' '),
);

/** MP4, M4V, M4A: boxes end to end, a description and something to play among them. */
export function isWholeMp4(bytes: Buffer): boolean {
  const seen = new Set<string>();
  let at = 0;
  while (at < bytes.byteLength) {
    const short = bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    if (!BOXES.has(name) || (at === 0 && name !== 'ftyp')) return false;
    seen.add(name);
    const long = short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short;
    // Zero: the last box, to the end of the file.
    const length = long === 0 ? bytes.byteLength - at : long;
    if (length < 8) return false;
    at += length;
  }
  return at === bytes.byteLength && seen.has('moov') && (seen.has('mdat') || seen.has('moof'));
}
