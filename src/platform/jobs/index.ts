export { defineJob, type Job, wakeJob, wakeSoon } from './job.ts';
export { startWorker, type WorkerOptions } from './worker.ts';
