/**
 * A lean HTTP client in a process of its own: `node bench/load/load-client.ts <plan.json>`. Keeps so many
 * connections busy for so many seconds and prints what it measured as JSON. `{{n}}` in a request is
 * replaced by a number that never comes twice.
 */
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { isMainThread } from 'node:worker_threads';

export interface LoadRequest {
  method: 'GET' | 'POST';
  path: string;
  cookie?: string;
  /** A form, already encoded. */
  body?: string;
}

export interface LoadPlan {
  port: number;
  connections: number;
  seconds: number;
  /** Makes `{{n}}` unlike that of any other run. */
  tag: string;
  requests: LoadRequest[];
}

export interface LoadReport {
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  statuses: Record<string, number>;
  /** The start of an answer for each status seen, to tell what went wrong. */
  samples: Record<string, string>;
}

const HEAD_END = '\r\n\r\n';

function compile({ port }: LoadPlan, request: LoadRequest): (number: string) => string {
  const head = [
    `Host: localhost:${port}`,
    'Accept: text/html',
    ...(request.cookie ? [`Cookie: ${request.cookie}`] : []),
  ];
  return (number) => {
    const path = request.path.replaceAll('{{n}}', number);
    const body = request.body?.replaceAll('{{n}}', number);
    const form =
      body === undefined
        ? []
        : [
            'Content-Type: application/x-www-form-urlencoded',
            `Content-Length: ${Buffer.byteLength(body)}`,
          ];
    return `${[`${request.method} ${path} HTTP/1.1`, ...head, ...form].join('\r\n')}${HEAD_END}${body ?? ''}`;
  };
}

/** Reads answers off one connection; calls back with the status line when one is whole. */
function readAnswers(socket: Socket, done: (status: string, head: string) => void): void {
  let head = '';
  let status = '';
  let left = -1;
  socket.on('data', (part) => {
    if (left < 0) {
      head += part.toString('latin1');
      const end = head.indexOf(HEAD_END);
      if (end < 0) return;
      const length = /\r\ncontent-length: (\d+)/i.exec(head.slice(0, end + 2))?.[1];
      if (length === undefined)
        throw new Error(`an answer without a length: ${head.slice(0, 300)}`);
      status = head.slice(9, 12);
      left = Number(length) - (head.length - end - HEAD_END.length);
    } else left -= part.length;
    if (left > 0) return;
    const whole = head;
    head = '';
    left = -1;
    done(status, whole);
  });
}

async function run(plan: LoadPlan): Promise<LoadReport> {
  const requests = plan.requests.map((request) => compile(plan, request));
  const times: number[] = [];
  const statuses: Record<string, number> = {};
  const samples: Record<string, string> = {};
  let sent = 0;
  const started = performance.now();
  const until = started + plan.seconds * 1_000;

  const keepBusy = () =>
    new Promise<void>((done, fail) => {
      const socket = connect({ port: plan.port, host: 'localhost', noDelay: true });
      let sentAt = 0;
      const next = () => {
        const make = requests[sent % requests.length];
        sent += 1;
        sentAt = performance.now();
        socket.write(make?.(`${plan.tag}-${sent}`) ?? '');
      };
      readAnswers(socket, (status, head) => {
        const now = performance.now();
        times.push(now - sentAt);
        statuses[status] = (statuses[status] ?? 0) + 1;
        samples[status] ??= head.slice(0, 600);
        if (now < until) return next();
        socket.destroy();
        done();
      });
      socket.on('connect', next);
      socket.on('error', fail);
      socket.on('end', () => fail(new Error('the server closed the connection')));
    });

  await Promise.all(Array.from({ length: plan.connections }, keepBusy));
  const seconds = (performance.now() - started) / 1_000;
  times.sort((one, other) => one - other);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  return { perSecond: times.length / seconds, p50Ms: at(0.5), p99Ms: at(0.99), statuses, samples };
}

if (isMainThread && process.argv[1] === import.meta.filename) {
  const plan = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as LoadPlan;
  process.stdout.write(JSON.stringify(await run(plan)));
}
