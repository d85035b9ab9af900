import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { findPostmaster } from './postmaster.ts';
import { startTestDatabase } from './start-test-database.ts';

async function directoryOf(url: string): Promise<string> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query<{ at: string; durable: string }>(
    `SELECT current_setting('data_directory') AS at, current_setting('fsync') AS durable`,
  );
  await client.end();
  expect(rows[0]?.durable).toBe('off');
  return rows[0]?.at ?? '';
}

test('a test database leaves nothing behind', { timeout: 60_000 }, async () => {
  const database = await startTestDatabase();
  const directory = await directoryOf(database.url);
  expect(findPostmaster(directory)).toBeDefined();
  await database.stop();
  expect(findPostmaster(directory)).toBeUndefined();
  expect(existsSync(join(directory, '..'))).toBe(false);
});

test('the leftovers of a killed run are removed by the next', { timeout: 60_000 }, async () => {
  const module = join(import.meta.dirname, 'start-test-database.ts');
  const program = `
    const { startTestDatabase } = await import(${JSON.stringify(module)});
    console.log((await startTestDatabase()).url);
    setInterval(() => {}, 1000);
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve) => {
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
  });
  const left = await directoryOf(url);
  const ended = new Promise((resolve) => {
    child.once('exit', resolve);
  });
  child.kill('SIGKILL');
  await ended;
  expect(existsSync(left)).toBe(true);
  const database = await startTestDatabase();
  expect(existsSync(join(left, '..'))).toBe(false);
  await database.stop();
});
