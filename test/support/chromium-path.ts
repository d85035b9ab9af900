import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Where the browser lies. */
export function chromiumPath(): string {
  return process.env.CHROMIUM_PATH ?? noted('chromium-path') ?? '/usr/bin/chromium';
}

/** Where its shell without windows lies, which needs half the time; the browser itself where there is none. */
export function chromiumShellPath(): string {
  return process.env.CHROMIUM_PATH ?? noted('chromium-shell-path') ?? chromiumPath();
}

function noted(name: string): string | undefined {
  const note = resolve('var', name);
  return existsSync(note) ? readFileSync(note, 'utf8').trim() : undefined;
}
