const EBML = 0x1a45dfa3;
const SEGMENT = 0x18538067;
const CLUSTER = 0x1f43b675;
const TRACKS = 0x1654ae6b;

/** Parts of a segment, and of a cluster whose length its recorder did not know. */
const KNOWN = new Set([
  0x114d9b74,
  0x1549a966,
  TRACKS,
  CLUSTER,
  0x1c53bb6b,
  0x1254c367,
  0x1043a770,
  0xec,
  0xbf,
  0xe7,
  0xa3,
  0xa0,
  0xab,
  0xa7,
  0xaf,
  0xae,
]);

interface Element {
  id: number;
  /** Undefined: unknown, its parts follow until something else begins. */
  length: number | undefined;
  bodyAt: number;
}

/** WebM: a header that says so, then one segment with known parts end to end, tracks among them. */
export function isWholeWebm(bytes: Buffer): boolean {
  const header = elementAt(bytes, 0);
  if (header.id !== EBML || header.length === undefined) return false;
  const segmentAt = header.bodyAt + header.length;
  if (!bytes.subarray(header.bodyAt, segmentAt).includes('webm')) return false;
  const segment = elementAt(bytes, segmentAt);
  if (segment.id !== SEGMENT) return false;
  if (segment.length !== undefined && segment.bodyAt + segment.length !== bytes.byteLength) {
    return false;
  }
  return partsReachTheEnd(bytes, segment.bodyAt);
}

function partsReachTheEnd(bytes: Buffer, from: number): boolean {
  const seen = new Set<number>();
  let at = from;
  while (at < bytes.byteLength) {
    const part = elementAt(bytes, at);
    if (!KNOWN.has(part.id)) return false;
    if (part.length === undefined && part.id !== CLUSTER) return false;
    seen.add(part.id);
    at = part.bodyAt + (part.length ?? 0);
  }
  return at === bytes.byteLength && seen.has(TRACKS) && seen.has(CLUSTER);
}

function elementAt(bytes: Buffer, at: number): Element {
  const idLength = lengthOf(bytes.readUInt8(at));
  const id = bytes.readUIntBE(at, idLength);
  const sizeAt = at + idLength;
  const first = bytes.readUInt8(sizeAt);
  const sizeLength = lengthOf(first);
  let length = first & ((1 << (8 - sizeLength)) - 1);
  let unknown = length === (1 << (8 - sizeLength)) - 1;
  for (let index = 1; index < sizeLength; index += 1) {
    const byte = bytes.readUInt8(sizeAt + index);
    length = length * 256 + byte;
    unknown = unknown && byte === 0xff;
  }
  return { id, length: unknown ? undefined : length, bodyAt: sizeAt + sizeLength };
}

/** How many bytes a number takes whose first byte this is; its leading zeros say so. */
function lengthOf(first: number): number {
  const length = Math.clz32(first) - 23;
  if (length > 8) throw new RangeError('no number of EBML begins like this');
  return length;
}
