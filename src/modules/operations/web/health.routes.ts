import { get, json } from '#platform/http';
import { readiness } from '../readiness.ts';

export const healthRoutes = [
  get('/health', { access: 'public', notAPage: 'for machines' }, () => json({ status: 'ok' })),
  get('/ready', { access: 'public', notAPage: 'for machines' }, async ({ ctx }) => {
    const { ready, ...parts } = await readiness(ctx);
    return json({ status: ready ? 'ready' : 'not ready', ...parts }, ready ? 200 : 503);
  }),
];
