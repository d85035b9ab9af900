const WIDTH = 24;
const EVERY_MS = 200;

/** Tells the person who waits how far each step is: a bar on a terminal, one line a step elsewhere. */
export interface WorldProgress {
  step(name: string, share: number): void;
  done(): void;
}

/** Progress of a loading on standard error. */
export function openWorldProgress(title: string): WorldProgress {
  const started = performance.now();
  const begun = new Map<string, number>();
  const finished = new Set<string>();
  let shown = 0;
  const seconds = (since: number) => `${((performance.now() - since) / 1_000).toFixed(1)} s`;
  const write = (text: string) => process.stderr.write(text);
  return {
    step(name, share) {
      const since = begun.get(name) ?? performance.now();
      begun.set(name, since);
      if (share >= 1 && !finished.has(name)) {
        finished.add(name);
        const line = `${title}  ${name}  ${seconds(since)}  (${seconds(started)} in all)`;
        write(process.stderr.isTTY ? `\r\u001b[K${line}\n` : `${line}\n`);
        return;
      }
      if (!process.stderr.isTTY || performance.now() - shown < EVERY_MS) return;
      shown = performance.now();
      const full = Math.round(share * WIDTH);
      const bar = '█'.repeat(full) + '░'.repeat(WIDTH - full);
      write(`\r\u001b[K${title}  ${bar}  ${Math.round(share * 100)}%  ${name}`);
    },
    done() {
      write(
        `${process.stderr.isTTY ? '\r\u001b[K' : ''}${title} stands after ${seconds(started)}\n`,
      );
    },
  };
}
