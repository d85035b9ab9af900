import { readFileSync, writeFileSync } from 'node:fs';
import { curveTable, WordCount } from '#world/city';
import pg from 'pg';

const BEGIN = '<!-- written by npm run world -- curve -->';
const END = '<!-- end of written -->';
const PORTION = 5_000;

/**
 * Counts the words of every title and description of a world's catalogue, prints the curve and writes
 * it into the document.
 */
export async function writeWorldCurve(ownerUrl: string, document: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const count = new WordCount();
  const titles = new Set<string>();
  let services = 0;
  try {
    for (let after = 0; ; ) {
      const { rows } = await client.query<{ number: number; title: string; description: string }>(
        `select number, title, description from catalogue.services where number > $1
         order by number limit ${PORTION}`,
        [after],
      );
      for (const { title, description } of rows) {
        count.add(title);
        count.add(description);
        titles.add(title);
      }
      services += rows.length;
      const last = rows.at(-1);
      if (!last) break;
      after = last.number;
    }
  } finally {
    await client.end();
  }
  const different = Math.round((titles.size / services) * 1_000) / 10;
  const text = `${services} services; ${different} % of the titles stand alone. ${curveTable(count.curve())}`;
  process.stdout.write(`${text}\n`);
  const before = readFileSync(document, 'utf8');
  const [from, to] = [before.indexOf(BEGIN), before.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`${document} has no place for the curve`);
  writeFileSync(
    document,
    `${before.slice(0, from + BEGIN.length)}\n\n${text}\n\n${before.slice(to)}`,
  );
}
