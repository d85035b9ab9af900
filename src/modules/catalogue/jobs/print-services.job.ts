import { defineJob } from '#platform/jobs';
import { printMissing } from '../similar/print-missing.ts';

/** Services that came without prints get them. */
export const printServicesJob = defineJob({
  name: 'catalogue.print-services',
  schedule: '*/5 * * * *',
  run: async (ctx) => {
    await printMissing(ctx);
  },
});
