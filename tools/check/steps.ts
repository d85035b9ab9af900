import { resolve } from 'node:path';
import type { Step } from './run-steps.ts';

const bin = (path: string) => resolve('node_modules', path);
const tool = (name: string, ...args: string[]) => [
  '--conditions=source',
  `tools/${name}.ts`,
  ...args,
];

/** Longest first: two cores finish soonest that way. */
export const steps: readonly Step[] = [
  { name: 'structure', command: tool('structure', '--check') },
  { name: 'lint', command: [bin('oxlint/bin/oxlint'), '--format=unix', '.'] },
  {
    name: 'types',
    command: [bin('typescript7/bin/tsc'), '--noEmit', '--project', 'tsconfig.json'],
  },
  { name: 'boundaries', command: tool('boundaries') },
  { name: 'house rules', command: tool('tidy') },
  { name: 'documents', command: tool('check-docs') },
  {
    name: 'format',
    command: [bin('@biomejs/biome/bin/biome'), 'format', '--reporter=summary', '.'],
  },
];

/** Mends what can be mended without thinking: one after the other. */
export const mending: readonly Step[] = [
  { name: 'mend lint', command: [bin('oxlint/bin/oxlint'), '--fix', '--quiet', '.'] },
  { name: 'mend format', command: [bin('@biomejs/biome/bin/biome'), 'format', '--write', '.'] },
];

/** The steps named, or all; throws on a name that is none. */
export function chooseSteps(names: readonly string[]): readonly Step[] {
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    const known = steps.map(({ name }) => name).join(', ');
    throw new Error(`no such step: ${unknown.join(', ')}. Steps: ${known}`);
  }
  return names.length === 0 ? steps : steps.filter(({ name }) => names.includes(name));
}
