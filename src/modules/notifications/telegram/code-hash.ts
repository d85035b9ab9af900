import { createHash } from 'node:crypto';

/** What is kept of a code. */
export function hashOfCode(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}
