/** Two at once: encoding is the dearest thing this server does, and pages must go on. */
const AT_ONCE = 2;
const making = new Map<string, Promise<Buffer | undefined>>();
const waiting: (() => void)[] = [];
let busy = 0;

/** What is asked for twice at once is made once. */
export function once(
  key: string,
  work: () => Promise<Buffer | undefined>,
): Promise<Buffer | undefined> {
  const running = making.get(key);
  if (running) return running;
  const result = work().finally(() => making.delete(key));
  making.set(key, result);
  return result;
}

/** Waits until one of the few places for encoding is free. */
export async function inTurn(work: () => Promise<Buffer>): Promise<Buffer> {
  if (busy >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else busy += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else busy -= 1;
  }
}
