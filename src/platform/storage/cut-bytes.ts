import { Readable } from 'node:stream';

/** The part of a stream from `first` to `last`, both included; for stores that only give whole files. */
export function cutBytes(whole: Readable, range: { first: number; last: number }): Readable {
  return Readable.from(part(whole, range));
}

async function* part(
  whole: Readable,
  { first, last }: { first: number; last: number },
): AsyncGenerator<Buffer> {
  let at = 0;
  for await (const chunk of whole as AsyncIterable<Buffer>) {
    const from = Math.max(0, first - at);
    const to = Math.min(chunk.byteLength, last + 1 - at);
    if (to > from) yield chunk.subarray(from, to);
    at += chunk.byteLength;
    if (at > last) return;
  }
}
