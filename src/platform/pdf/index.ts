import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { PAPER_TEMPLATE, type Paper } from './paper.ts';

export type { Paper } from './paper.ts';

let compiler: Promise<NodeCompiler> | undefined;

/** Loaded with the first document: it takes fifty megabytes that a site without documents never needs. */
async function openCompiler(): Promise<NodeCompiler> {
  const typst = await import('@myriaddreamin/typst-ts-node-compiler');
  const require = createRequire(import.meta.url);
  const fonts = dirname(require.resolve('@expo-google-fonts/readex-pro/package.json'));
  return typst.NodeCompiler.create({ fontArgs: [{ fontPaths: [fonts] }] });
}

/** Marks that turn the line around them; those that only keep a word apart (U+2066-2069) stay. */
const STEERING = /[\u202a-\u202e]/g;

/** Draws a paper as PDF (A4), Arabic shaped and in its direction. The same paper gives the same pages. */
export async function drawPdf(paper: Paper): Promise<Buffer> {
  const data = JSON.stringify(paper, (_key, value: unknown) =>
    typeof value === 'string' ? value.toWellFormed().replace(STEERING, '') : value,
  );
  compiler ??= openCompiler();
  return (await compiler).pdf({ mainFileContent: PAPER_TEMPLATE, inputs: { paper: data } });
}
