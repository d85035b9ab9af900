import type pg from 'pg';

/** What a step of the loading is given: a connection, the instant all ends at, somebody to tell. */
export interface Loading {
  client: pg.Client;
  now: number;
  orders: number;
  progress: (share: number) => void;
}

/** Orders are written in portions of so many, so that progress shows and sorting stays in memory. */
const PORTION = 500_000;

/** Runs the statement for each portion of orders; it says `i between $1 and $2`. */
export async function byPortions(
  { client, orders, progress }: Loading,
  statement: { text: string; values?: readonly unknown[] },
): Promise<void> {
  for (let from = 1; from <= orders; from += PORTION) {
    const to = Math.min(orders, from + PORTION - 1);
    await client.query(statement.text, [from, to, ...(statement.values ?? [])]);
    progress(to / orders);
  }
}
