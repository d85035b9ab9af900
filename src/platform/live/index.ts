import pg from 'pg';
import { type Log, type TxCtx, WORDS_CHANNEL } from '#platform/context';

const RETRY_MS = 1_000;

type Hear = (data: unknown) => void;

/** Word from any process to the ones that listen: small JSON under a topic (`order:<id>`). */
export interface Live {
  subscribe(topic: string, hear: Hear): () => void;
  /** Called after the connection was lost and came back: something may have been missed. */
  onGap(hear: () => void): () => void;
  close(): Promise<void>;
}

/** Says it to every process once the transaction is committed (LISTEN/NOTIFY). */
export function publish(tx: TxCtx, topic: string, data: object): void {
  if (!tx.closedDoors) tx.words.push(JSON.stringify({ topic, data }));
}

/** Opens this process's one listening connection; it comes back by itself when the database restarts. */
export function openLive(url: string, log: Log): Live {
  const topics = new Map<string, Set<Hear>>();
  const gaps = new Set<() => void>();
  let client: pg.Client | undefined;
  let closed = false;

  const connect = async (first: boolean): Promise<void> => {
    if (closed) return;
    const next = new pg.Client({ connectionString: url, application_name: 'hirfa-live' });
    let retried = false;
    const retry = () => {
      if (closed || retried) return;
      retried = true;
      setTimeout(() => void connect(false), RETRY_MS).unref();
    };
    next.on('error', retry);
    next.on('end', retry);
    next.on('notification', ({ payload }) => hearPayload(topics, payload));
    try {
      await next.connect();
      await next.query(`listen ${WORDS_CHANNEL}`);
      client = next;
      if (!first) for (const hear of gaps) hear();
    } catch (error) {
      if (!closed) log.warn({ err: error }, 'live: listening again soon');
      retry();
    }
  };
  void connect(true);

  return {
    subscribe: (topic, hear) => add(topics, topic, hear),
    onGap(hear) {
      gaps.add(hear);
      return () => gaps.delete(hear);
    },
    async close() {
      closed = true;
      await client?.end().catch(() => undefined);
    },
  };
}

function add(topics: Map<string, Set<Hear>>, topic: string, hear: Hear): () => void {
  const set = topics.get(topic) ?? new Set<Hear>();
  topics.set(topic, set.add(hear));
  return () => {
    set.delete(hear);
    if (set.size === 0) topics.delete(topic);
  };
}

function hearPayload(topics: Map<string, Set<Hear>>, payload: string | undefined): void {
  if (!payload) return;
  const { topic, data } = JSON.parse(payload) as { topic: string; data: unknown };
  for (const hear of topics.get(topic) ?? []) hear(data);
}
