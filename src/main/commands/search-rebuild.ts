import type { Ctx } from '#platform/context';
import { rebuildSearch } from '../../modules/search/module.ts';

/** Builds the search index anew beside the one in use; 1 when another process is at it. */
export async function searchRebuild(ctx: Ctx): Promise<number> {
  const started = performance.now();
  const services = await rebuildSearch(ctx, (done) => {
    if (process.stdout.isTTY) process.stdout.write(`\r${done} services`);
  });
  if (services === undefined) {
    process.stderr.write('Another process is rebuilding the search index.\n');
    return 1;
  }
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  process.stdout.write(
    `${process.stdout.isTTY ? '\r' : ''}${JSON.stringify({ services, seconds })}\n`,
  );
  return 0;
}
