/** `node bench/servers/copy-server.ts <port>`: Fastify that writes the body of a POST to a file, nothing else. */
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import fastify from 'fastify';

const directory = await mkdtemp(join(tmpdir(), 'copy-'));
const app = fastify();
app.addContentTypeParser('application/offset+octet-stream', (_request, body, done) =>
  done(null, body),
);
app.get('/ready', () => 'ready');
app.post('/', async (request, reply) => {
  await pipeline(request.body as Readable, createWriteStream(join(directory, 'copy')));
  return reply.code(204).send();
});
await app.listen({ port: Number(process.argv[2]), host: 'localhost' });
process.on('SIGTERM', () => void rm(directory, { recursive: true }).then(() => process.exit(0)));
