/** One span of bytes, both ends included. */
export interface ByteRange {
  first: number;
  last: number;
}

/**
 * Reads a `Range` header for a file of that size. Undefined: the whole file is sent (no header, more
 * than one span, or none that we read, which HTTP allows); unsatisfiable: it begins behind the end.
 */
export function readRange(
  header: string | undefined,
  byteSize: number,
): ByteRange | 'unsatisfiable' | undefined {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  if (from === '') {
    const length = Math.min(Number(to), byteSize);
    return length === 0 ? 'unsatisfiable' : { first: byteSize - length, last: byteSize - 1 };
  }
  const first = Number(from);
  const last = to === '' ? byteSize - 1 : Math.min(Number(to), byteSize - 1);
  if (to !== '' && Number(to) < first) return undefined;
  return first >= byteSize ? 'unsatisfiable' : { first, last };
}
