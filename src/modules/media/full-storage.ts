import { StorageFull } from './media-errors.ts';

const FULL = new Set(['ENOSPC', 'EDQUOT']);

/** Does the work; when the disk has no room for it, that is a refusal with words and no bug. */
export async function refuseWhenFull<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isFull(error)) throw new StorageFull();
    throw error;
  }
}

function isFull(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (FULL.has((cause as NodeJS.ErrnoException).code ?? '')) return true;
  }
  return false;
}
