import { dirname, join, normalize } from 'node:path';

export type Link = { target: string; line: number };
export type Complaint = { file: string; line: number; message: string };

const LINK =
  /!?\[(?:[^\][]|\[[^\]]*\])*\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)|<(?:img|a|source)\b[^>]*?\b(?:src|href|srcset)="([^"]+)"/g;
const OUTSIDE = /^(?:https?:|mailto:|data:)/;

const blank = (code: string) => code.replace(/[^\n]/g, ' ');

function withoutBlocks(markdown: string): string {
  return markdown.replace(/^(```|~~~)[\s\S]*?^\1/gm, blank);
}

/** Markdown with the insides of code blocks and code spans blanked. */
export function withoutCode(markdown: string): string {
  return withoutBlocks(markdown).replace(/`[^`\n]*`/g, blank);
}

/** The links and pictures of a document that lead inside the project. */
export function linksOf(markdown: string): Link[] {
  const text = withoutCode(markdown);
  return [...text.matchAll(LINK)]
    .map((match) => ({ target: match[1] ?? match[2] ?? '', line: lineOf(text, match.index) }))
    .filter(({ target }) => !OUTSIDE.test(target));
}

/** The anchors of a document's headings, as GitHub makes them. */
export function anchorsOf(markdown: string): Set<string> {
  const headings = withoutBlocks(markdown).matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm);
  const anchors = new Set<string>();
  for (const [, heading = ''] of headings) {
    const base = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-');
    let anchor = base;
    for (let again = 1; anchors.has(anchor); again += 1) anchor = `${base}-${again}`;
    anchors.add(anchor);
  }
  return anchors;
}

/** Links that lead nowhere. `read` gives a file's text, '' for a folder or picture, undefined when absent. */
export function brokenLinks(
  file: string,
  markdown: string,
  read: (path: string) => string | undefined,
): Complaint[] {
  const complaints: Complaint[] = [];
  for (const { target, line } of linksOf(markdown)) {
    const [path = '', anchor = ''] = decodeURI(target).split('#');
    const to = path === '' ? file : normalize(join(dirname(file), path));
    const text = to === file ? markdown : read(to);
    if (text === undefined)
      complaints.push({ file, line, message: `the link ${target} leads nowhere` });
    else if (anchor && to.endsWith('.md') && !anchorsOf(text).has(anchor)) {
      complaints.push({ file, line, message: `${to} has no heading #${anchor}` });
    }
  }
  return complaints;
}

const BUILT_IN = new Set([
  'ci',
  'install',
  'i',
  'start',
  'test',
  'run',
  'audit',
  'view',
  'outdated',
  'pkg',
  'update',
]);
const NEEDS_SCRIPT = new Set(['start', 'test']);

/** Commands named in a document that package.json does not have. */
export function unknownCommands(file: string, markdown: string, scripts: Set<string>): Complaint[] {
  const complaints: Complaint[] = [];
  for (const match of markdown.matchAll(/\bnpm (run )?((?:-{1,2}[\w-]+ )*)([a-z][\w:-]*)/g)) {
    const [, isRun, , name = ''] = match;
    const missing = isRun || NEEDS_SCRIPT.has(name) ? !scripts.has(name) : !BUILT_IN.has(name);
    if (!missing || !standsInCode(markdown, match.index)) continue;
    const line = lineOf(markdown, match.index);
    complaints.push({ file, line, message: `package.json has no script for "${match[0]}"` });
  }
  return complaints;
}

function standsInCode(markdown: string, index: number): boolean {
  return withoutCode(markdown)[index] === ' ';
}

export type Pin = { value: string; path: string; expression: string; line: number };

/**
 * Numbers held to their source: `72<!-- pin: src/modules/settings/rules.ts#rules.acceptanceHours -->`.
 * The number is the last one on the line before the marker; thousands may be separated.
 */
export function pinsOf(markdown: string): Pin[] {
  const pins: Pin[] = [];
  for (const match of markdown.matchAll(/<!--\s*pin:\s*([^\s#]+)#(\S+)\s*-->/g)) {
    const before = markdown.slice(markdown.lastIndexOf('\n', match.index) + 1, match.index);
    const value = before.match(/\d[\d,_]*(?:\.\d+)?/g)?.at(-1) ?? '';
    const [, path = '', expression = ''] = match;
    pins.push({
      value: value.replace(/[,_]/g, ''),
      path,
      expression,
      line: lineOf(markdown, match.index),
    });
  }
  return pins;
}

/** The value at `a.b.0.c` of a module or JSON file, as text; undefined when it is no plain value. */
export function valueAt(from: unknown, expression: string): string | undefined {
  let value = from;
  for (const key of expression.split('.')) {
    if (value === null || typeof value !== 'object') return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  const plain = ['string', 'number', 'bigint', 'boolean'].includes(typeof value);
  return plain ? `${value as string}` : undefined;
}

function lineOf(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
