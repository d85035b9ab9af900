/** How long an upload is kept after its last byte, and a file that nothing took (SPEC 14). */
export const keptForMs = 7 * 24 * 60 * 60 * 1_000;

const GIB = 1024 ** 3;

/** What one member may have on the way at once. */
export const waitingLimits = { uploads: 40, byteSize: 2 * GIB } as const;

/** Space that is left alone on the disk for the database and its log. */
export const reservedBytes = 256 * 1024 * 1024;

/** A line that breaks after fewer bytes than this, again and again, carries no file. */
const WORTHWHILE_BYTES = 16 * 1024;
const FREE_BREAKS = 200;

/** How many parts an upload of that size may come in. */
export function mostParts(byteSize: number): number {
  return FREE_BREAKS + Math.ceil(byteSize / WORTHWHILE_BYTES);
}
