/** What a server answered. */
export interface Answer {
  status: number;
  text: string;
  header(name: string): string | null;
}

export interface Question {
  method: string;
  url: string;
  headers?: Record<string, string>;
  body?: Blob | URLSearchParams;
  signal: AbortSignal;
  onSent?(bytes: number): void;
}

/** Nobody answered: the line broke, or the server is away for a moment. */
export class LineBroke extends Error {}

/** Its owner stopped it. */
export class Stopped extends Error {}

const TIMEOUT_MS = 110_000;

/** Asks by XMLHttpRequest, which tells how much of a body has left. Throws LineBroke, Stopped. */
export function ask(question: Question): Promise<Answer> {
  const { method, url, headers = {}, body, signal, onSent } = question;
  return new Promise((done, fail) => {
    if (signal.aborted) return fail(new Stopped());
    const request = new XMLHttpRequest();
    const stop = () => request.abort();
    const broke = () => fail(new LineBroke());
    // A request on a line that went away may hang for minutes.
    const lost = () => {
      broke();
      request.abort();
    };
    signal.addEventListener('abort', stop);
    addEventListener('offline', lost);
    request.open(method, url);
    request.timeout = TIMEOUT_MS;
    request.setRequestHeader('accept', 'application/json');
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded }) => onSent?.(loaded));
    request.addEventListener('error', broke);
    request.addEventListener('timeout', broke);
    request.addEventListener('abort', () => fail(new Stopped()));
    request.addEventListener('load', () => {
      const { status } = request;
      if (status === 0 || (status >= 502 && status <= 504)) return broke();
      done({
        status,
        text: request.responseText,
        header: (name) => request.getResponseHeader(name),
      });
    });
    request.addEventListener('loadend', () => {
      signal.removeEventListener('abort', stop);
      removeEventListener('offline', lost);
    });
    request.send(body);
  });
}

const LONGEST_MS = 30_000;

/** Waits until the browser says that the line is back, or for a while that doubles each time. */
export function lineIsBack(tries: number, signal: AbortSignal): Promise<void> {
  return new Promise((done, fail) => {
    const end = () => {
      clearTimeout(timer);
      removeEventListener('online', end);
      signal.removeEventListener('abort', end);
      if (signal.aborted) fail(new Stopped());
      else done();
    };
    const timer = setTimeout(end, Math.min(LONGEST_MS, 1_000 * 2 ** tries));
    addEventListener('online', end);
    signal.addEventListener('abort', end);
  });
}
