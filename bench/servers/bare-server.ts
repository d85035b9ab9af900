/** `node bench/servers/bare-server.ts <port> <bytes>`: Fastify with one page in memory, nothing else. */
import fastify from 'fastify';

const [port, byteSize] = process.argv.slice(2).map(Number);
const page = Buffer.alloc(byteSize ?? 10_000, 'x');
const app = fastify();
app.get('/*', (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
await app.listen({ port: port ?? 0, host: 'localhost' });
process.on('SIGTERM', () => process.exit(0));
