import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { aMember, PASSWORD } from '#identity/testing';
import type { Browser } from '#test/browser';
import type { TestServer } from '#test/server';
import type { World } from '#test/world';
import { expect } from 'vitest';

/** A word of the metadata as the protocol writes it. */
export const base64 = (text: string) => Buffer.from(text).toString('base64');

/** What the beginning of an upload says of the file. */
export const metadata = (fileName: string, purpose = 'attachment', type = '') =>
  [`filename ${base64(fileName)}`, `purpose ${base64(purpose)}`, `filetype ${base64(type)}`].join();

/** The headers of every request. */
export const TUS = { 'tus-resumable': '1.0.0', accept: 'application/json' };

/** What is taken for a PDF, so many bytes long. */
export const pdf = (byteSize: number) =>
  Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(byteSize - 9, 'x')]);

/** A member who uploads, another one and a stranger, with the steps of an upload. */
export async function anUploader(world: World, server: TestServer) {
  async function signIn(email: string): Promise<Browser> {
    await aMember(world, { email });
    const browser = server.browser();
    await browser.get('/sign-in');
    await browser.post('/sign-in', { email, password: PASSWORD });
    await browser.get('/contact');
    return browser;
  }

  const owner = await signIn('owner@example.com');
  const other = await signIn('other@example.com');
  const stranger = server.browser();
  await stranger.get('/contact');

  /** Begins an upload; its address. */
  async function begun(byteSize: number, fileName = 'عمل.pdf', purpose = 'attachment') {
    const answer = await owner.send('POST', '/uploads', {
      ...TUS,
      'upload-length': String(byteSize),
      'upload-metadata': metadata(fileName, purpose),
    });
    expect(answer.status).toBe(201);
    return answer.headers.get('location') ?? '';
  }

  const sendPart = (path: string, at: number, bytes: Uint8Array, headers = {}, who = owner) =>
    who.send(
      'PATCH',
      path,
      {
        ...TUS,
        'content-type': 'application/offset+octet-stream',
        'upload-offset': String(at),
        ...headers,
      },
      bytes,
    );
  const offsetOf = async (path: string, who = owner) => {
    const { status, headers } = await who.send('HEAD', path, TUS);
    return [status, headers.get('upload-offset')];
  };
  const finished = async (path: string, fields = {}) => {
    const answer = await owner.send(
      'POST',
      `${path}/file`,
      { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
      new URLSearchParams(fields).toString(),
    );
    return { status: answer.status, file: answer.text === '' ? {} : JSON.parse(answer.text) };
  };
  const stored = async () => {
    const names = await readdir(join(world.ctx.site.dataDir, 'files'), {
      recursive: true,
      withFileTypes: true,
    });
    return names.filter((entry) => entry.isFile()).length;
  };

  // The directories are there before anything is counted.
  const path = await begun(20);
  await owner.send('DELETE', path, TUS);

  return { owner, other, stranger, signIn, begun, sendPart, offsetOf, finished, stored };
}
