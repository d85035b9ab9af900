/** Small recordings made by hand: the container is sound, what it plays is silence. */

function box(name: string, body: Uint8Array = Buffer.alloc(0)): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + body.byteLength);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, body]);
}

/** An MP4 with something to see; an M4A, or with `isom` and `sound` one that only its tracks tell. */
export function anMp4(brand: 'isom' | 'M4A ' = 'isom', track: 'vide' | 'soun' = 'vide'): Buffer {
  const handler = box('hdlr', Buffer.from(`\0\0\0\0\0\0\0\0${track}`.padEnd(24, '\0')));
  const ftyp = Buffer.concat([Buffer.from(brand), Buffer.alloc(4), Buffer.from('isommp42')]);
  return Buffer.concat([box('ftyp', ftyp), box('moov', handler), box('mdat', Buffer.alloc(900))]);
}

/** Some seconds of MP3: frames of 128 kbit/s, with a tag before and one after. */
export function anMp3(frames = 40): Buffer {
  const frame = Buffer.alloc(417);
  frame.set([0xff, 0xfb, 0x90, 0x00]);
  const before = Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\x01\0', 'latin1'), Buffer.alloc(128)]);
  const after = Buffer.concat([Buffer.from('TAG'), Buffer.alloc(125)]);
  return Buffer.concat([before, ...Array.from({ length: frames }, () => frame), after]);
}

/** A WAV of 8-bit silence. */
export function aWav(samples = 800): Buffer {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(36 + samples, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8_000, 24);
  head.writeUInt32LE(8_000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(samples, 40);
  return Buffer.concat([head, Buffer.alloc(samples, 128)]);
}

/** Ogg pages that begin like Vorbis. */
export function anOgg(): Buffer {
  const page = (body: Buffer) => {
    const head = Buffer.alloc(27);
    head.write('OggS', 0, 'latin1');
    head[26] = 1;
    return Buffer.concat([head, Buffer.from([body.byteLength]), body]);
  };
  return Buffer.concat([
    page(Buffer.from('\x01vorbis'.padEnd(30, '\0'), 'latin1')),
    page(Buffer.alloc(200)),
  ]);
}

/** A WebM; with `live` as a browser records it, lengths unknown. */
export function aWebm(options: { live?: boolean } = {}): Buffer {
  const element = (id: number[], body: Buffer, unknown = false) =>
    Buffer.concat([
      Buffer.from(id),
      unknown
        ? Buffer.from([0x01, 255, 255, 255, 255, 255, 255, 255])
        : Buffer.from([0x40 | (body.byteLength >> 8), body.byteLength & 255]),
      body,
    ]);
  const docType = element([0x42, 0x82], Buffer.from('webm'));
  const tracks = element([0x16, 0x54, 0xae, 0x6b], Buffer.alloc(40));
  const block = element([0xa3], Buffer.alloc(300));
  const cluster = element(
    [0x1f, 0x43, 0xb6, 0x75],
    Buffer.concat([element([0xe7], Buffer.alloc(1)), block]),
    options.live,
  );
  const segment = element(
    [0x18, 0x53, 0x80, 0x67],
    Buffer.concat([tracks, cluster, cluster]),
    options.live,
  );
  return Buffer.concat([element([0x1a, 0x45, 0xdf, 0xa3], docType), segment]);
}
