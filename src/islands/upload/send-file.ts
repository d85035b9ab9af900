import { type Answer, ask, LineBroke, lineIsBack, type Question } from './ask.ts';
import { forgetUpload, keyOf, saveUpload, savedUpload } from './saved-uploads.ts';

/** A file that is there. */
export interface SentFile {
  fileId: string;
  kind: 'image' | 'video' | 'audio' | 'file';
  fileName: string;
  byteSize: number;
  /** Where it came in: a picture can be cut anew from there. */
  uploadUrl: string;
}

export interface Sending {
  endpoint: string;
  purpose: string;
  token: string;
  page: string;
  signal: AbortSignal;
  onProgress(sent: number): void;
  /** The line broke, or is back. */
  onLine(there: boolean): void;
  /** All bytes are there; the server looks at them. */
  onCheck(): void;
}

/** The server says no, in words for the person; `lasting` when another try would hear the same. */
export class Refused extends Error {
  readonly lasting: boolean;

  constructor(message: string | undefined, status: number) {
    super(message);
    this.lasting = LASTING.includes(status);
  }
}

/** The server knows nothing of the upload any more: it begins anew. */
class Gone extends Error {}

/** The request or the file itself is wrong; a full disk or an ended session is not. */
const LASTING = [400, 413, 422];
const CHUNK_BYTES = 512 * 1024;
const TUS = { 'tus-resumable': '1.0.0' };

/**
 * Sends a file in parts (tus 1.0) until it is a file of the site. A line that breaks is waited for,
 * and the same file chosen again, even after a restart, goes on where it was. Throws Refused, Stopped.
 */
export async function sendFile(file: File, sending: Sending): Promise<SentFile> {
  const key = await keyOf(file, sending.purpose);
  for (let anew = 0; ; anew += 1) {
    try {
      const url = savedUpload(key)?.url ?? (await begin(file, sending));
      const entry = { url, name: file.name, size: file.size, page: sending.page };
      const note = (sent: number) => saveUpload(key, { ...entry, sent });
      await sendParts(file, { ...sending, url, note });
      sending.onCheck();
      const sent = await finishUpload({ ...sending, url });
      saveUpload(key, { ...entry, sent: file.size, done: true });
      return sent;
    } catch (error) {
      const over = error instanceof Gone || (error instanceof Refused && error.lasting);
      if (over) forgetUpload(key);
      if (!(error instanceof Gone) || anew > 1) throw error;
    }
  }
}

async function begin(file: File, sending: Sending): Promise<string> {
  const fields = { filename: file.name, filetype: file.type, purpose: sending.purpose };
  const metadata = Object.entries(fields).map(([name, text]) => `${name} ${base64(text)}`);
  const answer = await patiently(sending, {
    method: 'POST',
    url: sending.endpoint,
    headers: {
      ...TUS,
      'upload-length': String(file.size),
      'upload-metadata': metadata.join(),
    },
  });
  const url = answer.header('location');
  if (answer.status !== 201 || !url) throw refusal(answer);
  return url;
}

async function sendParts(
  file: File,
  sending: Sending & { url: string; note(sent: number): void },
): Promise<void> {
  const { url, note, signal, onProgress, onLine } = sending;
  let at = await offset(sending);
  for (let breaks = 0; at < file.size; ) {
    onProgress(at);
    note(at);
    const from = at;
    const part: Question = {
      method: 'PATCH',
      url,
      headers: {
        ...TUS,
        'x-csrf-token': sending.token,
        'content-type': 'application/offset+octet-stream',
        'upload-offset': String(from),
      },
      body: file.slice(from, from + CHUNK_BYTES),
      signal,
      onSent: (bytes) => onProgress(from + bytes),
    };
    try {
      const answer = await ask(part);
      breaks = 0;
      if (answer.status === 204) at = Number(answer.header('upload-offset'));
      else if (answer.status === 409 || answer.status === 460) at = await offset(sending);
      else throw gone(answer) ?? refusal(answer);
    } catch (error) {
      if (!(error instanceof LineBroke)) throw error;
      onLine(false);
      await lineIsBack(breaks, signal);
      breaks += 1;
      at = await offset(sending);
      onLine(true);
    }
  }
  onProgress(file.size);
  note(file.size);
}

async function offset(sending: Sending & { url: string }): Promise<number> {
  const answer = await patiently(sending, { method: 'HEAD', url: sending.url, headers: TUS });
  if (answer.status !== 200) throw gone(answer) ?? refusal(answer);
  return Number(answer.header('upload-offset'));
}

/** Makes the file of what was sent; a picture with `crop` (`x,y,width,height`, shares of it) cut so. */
export async function finishUpload(
  sending: Pick<Sending, 'token' | 'signal' | 'onLine'> & { url: string; crop?: string },
): Promise<SentFile> {
  const { url, crop = '' } = sending;
  const body = new URLSearchParams(crop ? { crop } : {});
  const answer = await patiently(sending, { method: 'POST', url: `${url}/file`, body });
  if (answer.status !== 201) throw gone(answer) ?? refusal(answer);
  return { ...JSON.parse(answer.text), uploadUrl: url };
}

/** Asks again whenever the line breaks; every such question may be asked twice. */
async function patiently(
  sending: Pick<Sending, 'token' | 'signal' | 'onLine'>,
  question: Omit<Question, 'signal'>,
): Promise<Answer> {
  const { token, signal, onLine } = sending;
  const headers = { 'x-csrf-token': token, ...question.headers };
  for (let breaks = 0; ; breaks += 1) {
    try {
      const answer = await ask({ ...question, headers, signal });
      if (breaks > 0) onLine(true);
      return answer;
    } catch (error) {
      if (!(error instanceof LineBroke)) throw error;
      onLine(false);
      await lineIsBack(breaks, signal);
    }
  }
}

function gone({ status }: Answer): Error | undefined {
  return status === 404 || status === 410 ? new Gone() : undefined;
}

function refusal({ status, text }: Answer): Error {
  try {
    return new Refused(JSON.parse(text).detail, status);
  } catch {
    return new Refused(undefined, status);
  }
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
