import type { Ctx } from '#platform/context';
import { startRelay } from '#platform/facts';
import { startWorker } from '#platform/jobs';
import type { Module } from '#platform/module';

/** Runs everything that time and facts wake: the relay and the job queue. */
export async function startBackground(
  ctx: Ctx,
  modules: readonly Module[],
): Promise<{ stop(): Promise<void> }> {
  const listeners = modules.flatMap((module) => module.listeners ?? []);
  const jobs = modules.flatMap((module) => module.jobs ?? []);
  const worker = await startWorker(ctx, { jobs, listeners });
  const relay = startRelay(ctx, listeners);
  return {
    async stop() {
      await relay.stop();
      await worker.stop();
    },
  };
}
