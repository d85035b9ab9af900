import type { Module } from '#platform/module';
import { sweepMediaJob } from './jobs/sweep-media.job.ts';
import { mediaWords } from './locales/index.ts';
import { mediaRoutes } from './web/media.routes.ts';
import { uploadRoutes } from './web/uploads.routes.ts';

export const mediaModule = {
  name: 'media',
  routes: [...mediaRoutes, ...uploadRoutes],
  jobs: [sweepMediaJob],
  refusalWords: (locale) => mediaWords(locale).refusals,
} satisfies Module;
