export { defineJob, type Job, wakeJob } from './job.ts';
export { startWorker, type WorkerOptions } from './worker.ts';
