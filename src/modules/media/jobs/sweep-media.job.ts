import { defineJob } from '#platform/jobs';
import { sweepUnkeptFiles } from '../sweeping/sweep-unkept-files.ts';
import { sweepUploads } from '../sweeping/sweep-uploads.ts';

/** Hourly: uploads that were never finished, and files that nothing took. */
export const sweepMediaJob = defineJob({
  name: 'media.sweep',
  schedule: '23 * * * *',
  async run(ctx) {
    await sweepUploads(ctx);
    await sweepUnkeptFiles(ctx);
  },
});
