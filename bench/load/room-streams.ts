import { connect, type Socket } from 'node:net';
import type { Buyer } from '../market/buyers.ts';

/** Streams of live rooms, held open as browsers hold them: one connection each. */
export interface Streams {
  /** Resolves at the next word that this stream brings. */
  next(index: number): Promise<void>;
  close(): void;
}

interface Visit {
  visitor: Buyer;
  path: string;
}

const OPENING = 50;

/** Opens a stream for each visit and waits until the server has answered all of them. */
export async function openStreams(port: number, visits: readonly Visit[]): Promise<Streams> {
  const sockets: Socket[] = [];
  const waiting = new Map<number, () => void>();
  for (let first = 0; first < visits.length; first += OPENING) {
    const some = visits.slice(first, first + OPENING);
    await Promise.all(
      some.map(async (visit, place) => {
        const index = first + place;
        sockets[index] = await openStream(port, visit, () => {
          const hear = waiting.get(index);
          waiting.delete(index);
          hear?.();
        });
      }),
    );
  }
  return {
    next: (index) => new Promise((done) => waiting.set(index, done)),
    close: () => {
      for (const socket of sockets) socket.destroy();
    },
  };
}

function openStream(port: number, { visitor, path }: Visit, hear: () => void): Promise<Socket> {
  return new Promise((done, fail) => {
    const socket = connect({ port, host: 'localhost', noDelay: true });
    let opened = false;
    socket.on('error', fail);
    socket.on('close', () => fail(new Error(`the stream ${path} was closed`)));
    socket.on('data', (part) => {
      const text = part.toString('latin1');
      if (!opened) {
        if (!text.startsWith('HTTP/1.1 200')) return fail(new Error(text.slice(0, 300)));
        opened = true;
        done(socket);
      }
      if (text.includes('event: change')) hear();
    });
    socket.write(
      `GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nAccept: text/event-stream\r\nCookie: ${visitor.cookie}\r\n\r\n`,
    );
  });
}

/** Sends forms over one connection that stays open; answers when the status line is there. */
export interface Sender {
  send(form: { visitor: Buyer; path: string; values: Record<string, string> }): Promise<string>;
  close(): void;
}

/** One connection for forms, as a browser's that is open already. */
export function openSender(port: number): Promise<Sender> {
  return new Promise((done, fail) => {
    const socket = connect({ port, host: 'localhost', noDelay: true });
    let heard: (status: string) => void = () => undefined;
    socket.on('error', fail);
    socket.on('data', (part) => heard(part.toString('latin1')));
    socket.on('connect', () =>
      done({
        send({ visitor, path, values }) {
          const body = `${new URLSearchParams({ _csrf: visitor.csrfToken, ...values })}`;
          const head = [
            `POST ${path} HTTP/1.1`,
            `Host: localhost:${port}`,
            'Accept: text/html',
            `Cookie: ${visitor.cookie}`,
            'Content-Type: application/x-www-form-urlencoded',
            `Content-Length: ${Buffer.byteLength(body)}`,
          ];
          return new Promise((answered) => {
            heard = (text) => answered(text.slice(9, 12));
            socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
          });
        },
        close: () => socket.destroy(),
      }),
    );
  });
}
