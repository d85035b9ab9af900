import type { ChildProcess } from 'node:child_process';

const TRIES = 100;

/** A question to a process that was started with `--inspect-port`: the bytes it holds once it has collected its garbage. */
export function memoryOf(child: ChildProcess): () => Promise<number> {
  const given = child.spawnargs.find((one) => one.startsWith('--inspect-port='));
  const port = given?.split('=')[1] ?? '';
  return async () => {
    child.kill('SIGUSR1');
    const socket = new WebSocket(await debuggerOf(port));
    await new Promise((done, fail) => {
      socket.addEventListener('open', done, { once: true });
      socket.addEventListener('error', () => fail(new Error('the debugger refused')), {
        once: true,
      });
    });
    await ask(socket, 'HeapProfiler.collectGarbage', {});
    const expression = '(({ heapUsed, external }) => heapUsed + external)(process.memoryUsage())';
    const { result } = (await ask(socket, 'Runtime.evaluate', { expression })) as {
      result: { value: number };
    };
    socket.close();
    return result.value;
  };
}

async function debuggerOf(port: string): Promise<string> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/json/list`).catch(() => undefined);
    const [target] = answer
      ? ((await answer.json()) as { webSocketDebuggerUrl: string }[])
      : [undefined];
    if (target) return target.webSocketDebuggerUrl;
    await new Promise((later) => setTimeout(later, 50));
  }
  throw new Error('the server has no debugger');
}

function ask(socket: WebSocket, method: string, params: object): Promise<unknown> {
  const id = Math.floor(Math.random() * 1e9);
  return new Promise((done) => {
    const hear = ({ data }: MessageEvent) => {
      const answer = JSON.parse(String(data)) as { id?: number; result?: unknown };
      if (answer.id !== id) return;
      socket.removeEventListener('message', hear);
      done(answer.result);
    };
    socket.addEventListener('message', hear);
    socket.send(JSON.stringify({ id, method, params }));
  });
}
