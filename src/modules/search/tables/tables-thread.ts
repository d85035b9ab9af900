import { parentPort, workerData } from 'node:worker_threads';
import { loadTables } from './load-tables.ts';

// The thread that reads the index: its answer is moved, not copied.
const tables = await loadTables(String(workerData));
const buffers = Object.values(tables).flatMap((value) =>
  ArrayBuffer.isView(value) ? [value.buffer as ArrayBuffer] : [],
);
parentPort?.postMessage(tables, buffers);
