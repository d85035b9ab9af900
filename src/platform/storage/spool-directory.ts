import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ctx } from '#platform/context';

const made = new Map<string, Promise<string>>();

/** Where bytes wait before they are a file of the store: on its disk, so that moving is renaming. */
export function spoolDirectory({ site }: Pick<Ctx, 'site'>): Promise<string> {
  const path = join(site.dataDir, 'files', '.spool');
  const known = made.get(path);
  if (known) return known;
  const making = mkdir(path, { recursive: true }).then(() => path);
  made.set(path, making);
  making.catch(() => made.delete(path));
  return making;
}
