import { crc32, deflateRawSync } from 'node:zlib';

/** One file of an archive; `at` is shown as its date. */
export interface ZipEntry {
  name: string;
  body: Buffer;
  at: Date;
}

const UTF8_NAMES = 0x0800;
const DEFLATED = 8;
const MAX_ENTRIES = 10_000;

/** A ZIP archive of a few files, in memory; names are UTF-8 and made different where they are alike. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  if (entries.length > MAX_ENTRIES) throw new RangeError('too many files for an archive');
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  const used = new Set<string>();
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(freeName(entry.name, used), 'utf8');
    const packed = deflateRawSync(entry.body);
    const common = commonHeader(entry, packed.length, name.length);
    const local = Buffer.concat([uint32(0x04034b50), uint16(20), common, uint16(0), name, packed]);
    directory.push(
      Buffer.concat([
        uint32(0x02014b50),
        uint16(20),
        uint16(20),
        common,
        Buffer.alloc(12),
        uint32(offset),
        name,
      ]),
    );
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const count = uint16(entries.length);
  const end = [uint32(0x06054b50), uint32(0), count, count, uint32(central.length), uint32(offset)];
  return Buffer.concat([...parts, central, ...end, uint16(0)]);
}

/** What the local header and the directory say alike: flags, method, time, checksum, sizes, length of the name. */
function commonHeader({ body, at }: ZipEntry, packedLength: number, nameLength: number): Buffer {
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  const year = Math.max(0, at.getUTCFullYear() - 1980);
  const date = (year << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  return Buffer.concat([
    uint16(UTF8_NAMES),
    uint16(DEFLATED),
    uint16(time),
    uint16(date),
    uint32(crc32(body)),
    uint32(packedLength),
    uint32(body.length),
    uint16(nameLength),
  ]);
}

/** The name without ways out of the archive's folder, numbered when it is there already. */
function freeName(wanted: string, used: Set<string>): string {
  const clean = wanted
    .split('/')
    .map((part) => part.replace(/[\\:*?"<>|\p{Cc}]/gu, '_').replace(/^\.+$/, '_'))
    .filter(Boolean)
    .join('/');
  let name = clean;
  for (let count = 2; used.has(name); count += 1) {
    name = clean.replace(/(\.[^./]*)?$/, (end) => ` (${count})${end}`);
  }
  used.add(name);
  return name;
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
