import type { Ctx } from '#platform/context';
import { openDatabase } from '#platform/db';
import type { Module } from '#platform/module';
import { fillSouq, isSouqFilled } from '#world/souq';
import { refreshSearch } from '../modules/search/module.ts';

const WIDTH = 30;

/** Somebody stopped the server while the market was being filled; the next start begins anew. */
export class FillingStopped extends Error {}

/** Fills the lively market on the first start, with a progress bar; later starts find it there. */
export async function fillDemo(
  ctx: Ctx,
  options: { modules: readonly Module[]; url: string; isStopping(): boolean },
): Promise<void> {
  if (await isSouqFilled(ctx)) return;
  const bar = (done: number, what: string) => {
    if (options.isStopping()) throw new FillingStopped();
    const full = Math.round(done * WIDTH);
    const line = `Filling the demo market  ${'█'.repeat(full)}${'░'.repeat(WIDTH - full)}  ${Math.round(done * 100)}%  ${what}`;
    process.stdout.write(
      process.stdout.isTTY ? `\r\u001b[K${line}` : done === 1 ? `${line}\n` : '',
    );
  };
  const { pool, db, close } = openDatabase(options.url, {
    name: 'hirfa-world',
    hurried: true,
    planned: 'all',
  });
  try {
    const site = { ...ctx, pool, db, closedDoors: true };
    await fillSouq(site, {
      progress: bar,
      listeners: options.modules.flatMap((module) => module.listeners ?? []),
    });
    await refreshSearch(site);
  } finally {
    await close();
    process.stdout.write(process.stdout.isTTY ? '\n' : '');
  }
}
