/** Kilobits a second by index, MPEG 1 and MPEG 2 / 2.5, layer III. */
const RATES_1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const RATES_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const SAMPLE_RATES = [44_100, 48_000, 32_000];
const FEWEST_FRAMES = 4;

/** MP3: tags, then frames end to end, then tags; only the last frame may be cut short. */
export function isWholeMp3(bytes: Buffer): boolean {
  let at = afterTags(bytes);
  let frames = 0;
  while (at < bytes.byteLength) {
    const length = frameLength(bytes, at);
    if (length === undefined) break;
    at += length;
    frames += 1;
  }
  return frames >= FEWEST_FRAMES && endsWithTags(bytes, at);
}

function afterTags(bytes: Buffer): number {
  let at = 0;
  while (bytes.toString('latin1', at, at + 3) === 'ID3') {
    const size = [6, 7, 8, 9].reduce(
      (sum, byte) => sum * 128 + (bytes.readUInt8(at + byte) & 127),
      0,
    );
    const footer = bytes.readUInt8(at + 5) & 0x10 ? 10 : 0;
    at += 10 + size + footer;
  }
  // Some encoders leave room between their tag and the first frame.
  while (at < bytes.byteLength && bytes[at] === 0) at += 1;
  return at;
}

/** The length of the frame there; undefined when none begins there. */
function frameLength(bytes: Buffer, at: number): number | undefined {
  if (at + 4 > bytes.byteLength || bytes[at] !== 0xff) return undefined;
  const second = bytes.readUInt8(at + 1);
  const third = bytes.readUInt8(at + 2);
  const version = (second >> 3) & 3;
  const isLayer3 = (second & 0xe6) === 0xe2;
  const rates = version === 3 ? RATES_1 : RATES_2;
  const kilobits = rates[third >> 4];
  const sampleRate = SAMPLE_RATES[(third >> 2) & 3];
  if (!isLayer3 || version === 1 || !kilobits || !sampleRate) return undefined;
  const hertz = version === 3 ? sampleRate : version === 2 ? sampleRate / 2 : sampleRate / 4;
  const perFrame = version === 3 ? 144_000 : 72_000;
  return Math.floor((perFrame * kilobits) / hertz) + ((third >> 1) & 1);
}

/** After the frames come nothing, or the tags that players know, to the last byte. */
function endsWithTags(bytes: Buffer, from: number): boolean {
  let at = from;
  while (at < bytes.byteLength) {
    const name = bytes.toString('latin1', at, at + 8);
    if (name.startsWith('TAG') && bytes.byteLength - at === 128) return true;
    if (name === 'APETAGEX') {
      // With a header (bit 31 of its flags), its size does not count the header itself.
      at += 32 + bytes.readUInt32LE(at + 12);
      continue;
    }
    if (!bytes.subarray(at).every((byte) => byte === 0)) return false;
    return true;
  }
  return true;
}
