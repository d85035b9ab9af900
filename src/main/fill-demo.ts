import type { Ctx } from '#platform/context';
import type { Module } from '#platform/module';
import { fillSouq, isSouqFilled } from '#world/souq';

const WIDTH = 30;

/** Fills the lively market on the first start, with a progress bar; later starts find it there. */
export async function fillDemo(ctx: Ctx, modules: readonly Module[]): Promise<void> {
  if (await isSouqFilled(ctx)) return;
  const bar = (done: number, what: string) => {
    const full = Math.round(done * WIDTH);
    const line = `Filling the demo market  ${'█'.repeat(full)}${'░'.repeat(WIDTH - full)}  ${Math.round(done * 100)}%  ${what}`;
    process.stdout.write(
      process.stdout.isTTY ? `\r\u001b[K${line}` : done === 1 ? `${line}\n` : '',
    );
  };
  await fillSouq(ctx, {
    progress: bar,
    listeners: modules.flatMap((module) => module.listeners ?? []),
  });
  process.stdout.write(process.stdout.isTTY ? '\n' : '');
}
