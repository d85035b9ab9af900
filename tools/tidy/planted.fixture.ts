import type { Rule, Source } from './source.ts';

/** A small tree for a rule's test: path → text. */
export function tree(files: Record<string, string>): Source[] {
  return Object.entries(files).map(([path, text]) => ({ path, text }));
}

/** What a rule says about one file (in the company of others): the lines it points at. */
export function linesFound(rule: Rule, file: [path: string, text: string], others = {}): number[] {
  const [path, text] = file;
  return rule(tree({ [path]: text, ...others }))
    .filter((finding) => finding.path === path)
    .map(({ line }) => line);
}
