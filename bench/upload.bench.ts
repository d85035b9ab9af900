import { type ChildProcess, spawn } from 'node:child_process';
import { Agent, type IncomingMessage, request } from 'node:http';
import { join } from 'node:path';
import {
  alternate,
  type Bench,
  type BenchResult,
  compared,
  type Measured,
} from './measure/bench.ts';
import { aCrowdOfBuyers, type Buyer } from './market/buyers.ts';
import { endProcess, freePort, startSite, untilReady } from './servers/site.ts';

const MEGABYTES = 100;
const PART_BYTES = 512 * 1024;
const BREAKS = 3;
const BROKEN_AFTER = 200_000;

/**
 * A file of 100 MB in parts of 512 kB, broken off thrice within a part and continued from what the
 * server says it has, until it is a file of the site: every part with session, CSRF token and a row.
 * Against one plain POST of the same bytes that bare Fastify writes to a file.
 */
export async function run(bench: Bench): Promise<BenchResult[]> {
  const site = await startSite(bench, { role: 'web', world: 'none' });
  const bare = await startCopyServer();
  try {
    const [member] = await aCrowdOfBuyers(site, 1);
    if (!member) throw new Error('nobody to upload');
    const bytes = Buffer.alloc(MEGABYTES * 1024 * 1024, 'x');
    bytes.write('%PDF-1.4\n');
    const median = await alternate(bench, {
      limit: () => timed(() => copy(bare.port, bytes)),
      ours: () => timed(() => upload(site.port, { member, bytes })),
    });
    const what = { name: 'upload', unit: 'MB/s', atLeast: 0.5, limitName: 'plain copy' };
    return [compared({ ...what, world: 'empty', concurrency: 1 }, median)];
  } finally {
    await endProcess(bare.child);
    await site.stop();
  }
}

async function startCopyServer(): Promise<{ port: number; child: ChildProcess }> {
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'servers/copy-server.ts'), String(port)],
    {
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  await untilReady(`http://localhost:${port}`, child);
  return { port, child };
}

async function timed(work: () => Promise<void>): Promise<Measured> {
  const started = performance.now();
  await work();
  const ms = performance.now() - started;
  return { perSecond: (MEGABYTES * 1_000) / ms, p50Ms: ms, p99Ms: ms };
}

const agent = new Agent({ keepAlive: true });

interface Sent {
  status: number;
  headers: IncomingMessage['headers'];
}

function send(
  port: number,
  what: { method: string; path: string; headers?: Record<string, string>; body?: Uint8Array },
): Promise<Sent> {
  const { method, path, headers = {}, body } = what;
  return new Promise((done, fail) => {
    const length = { 'content-length': String(body?.byteLength ?? 0) };
    const sent = request({ port, method, path, agent, headers: { ...headers, ...length } });
    sent.on('error', fail);
    sent.on('response', (answer) => {
      answer.resume();
      answer.on('end', () => done({ status: answer.statusCode ?? 0, headers: answer.headers }));
    });
    sent.end(body);
  });
}

async function copy(port: number, bytes: Buffer): Promise<void> {
  const headers = { 'content-type': 'application/offset+octet-stream' };
  const { status } = await send(port, { method: 'POST', path: '/', headers, body: bytes });
  if (status !== 204) throw new Error(`the plain copy answers ${status}`);
}

async function upload(
  port: number,
  { member, bytes }: { member: Buyer; bytes: Buffer },
): Promise<void> {
  const own = {
    cookie: member.cookie,
    'x-csrf-token': member.csrfToken,
    'tus-resumable': '1.0.0',
    accept: 'application/json',
  };
  const name = Buffer.from('work.pdf').toString('base64');
  const purpose = Buffer.from('attachment').toString('base64');
  const begun = await send(port, {
    method: 'POST',
    path: '/uploads',
    headers: {
      ...own,
      'upload-length': String(bytes.byteLength),
      'upload-metadata': `filename ${name},purpose ${purpose}`,
    },
  });
  const path = begun.headers.location ?? '';
  const breaksAt = Array.from(
    { length: BREAKS },
    (_, n) => ((n + 1) * bytes.byteLength) / (BREAKS + 1),
  );
  for (let at = 0; at < bytes.byteLength; ) {
    const headers = {
      ...own,
      'content-type': 'application/offset+octet-stream',
      'upload-offset': String(at),
    };
    const body = bytes.subarray(at, at + PART_BYTES);
    if (at >= (breaksAt[0] ?? Number.POSITIVE_INFINITY)) {
      breaksAt.shift();
      await breakOff(port, { path, headers, body });
      at = await offset(port, { path, headers: own });
      continue;
    }
    const { status, headers: said } = await send(port, { method: 'PATCH', path, headers, body });
    // The server may still have been counting the broken part when it was asked.
    if (status === 409) at = await offset(port, { path, headers: own });
    else if (status === 204) at = Number(said['upload-offset']);
    else throw new Error(`a part answers ${status}`);
  }
  const { status } = await send(port, { method: 'POST', path: `${path}/file`, headers: own });
  if (status !== 201) throw new Error(`the end answers ${status}`);
}

/** Sends the beginning of a part and hangs up. */
function breakOff(
  port: number,
  what: { path: string; headers: Record<string, string>; body: Uint8Array },
): Promise<void> {
  const { path, headers, body } = what;
  const length = { 'content-length': String(body.byteLength) };
  return new Promise((done) => {
    const sent = request({ port, method: 'PATCH', path, headers: { ...headers, ...length } });
    sent.on('error', () => done());
    sent.write(body.subarray(0, BROKEN_AFTER), () => {
      sent.destroy();
      done();
    });
  });
}

async function offset(
  port: number,
  what: { path: string; headers: Record<string, string> },
): Promise<number> {
  const { headers } = await send(port, { method: 'HEAD', ...what });
  return Number(headers['upload-offset']);
}
