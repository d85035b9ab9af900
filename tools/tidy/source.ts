import ts from 'typescript';

/** One file of the tree as the rules see it. */
export type Source = { path: string; text: string };

/** What a rule has against a file, with the cure named. */
export type Finding = { path: string; line: number; rule: string; message: string };

/** A rule looks at the whole tree, for some need to see two files at once. */
export type Rule = (tree: Source[]) => Finding[];

const parsed = new WeakMap<Source, ts.SourceFile>();

/** The syntax tree of a TypeScript file, parsed once. */
export function syntaxOf(source: Source): ts.SourceFile {
  const known = parsed.get(source);
  if (known) return known;
  const kind = source.path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const tree = ts.createSourceFile(source.path, source.text, ts.ScriptTarget.Latest, true, kind);
  parsed.set(source, tree);
  return tree;
}

/** Every node below `node`, itself first. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => {
    children.push(child);
  });
  for (const child of children) yield* nodesOf(child);
}

/** The line, from 1, at which a position of the text stands. */
export function lineAt(source: Source, position: number): number {
  return source.text.slice(0, position).split('\n').length;
}

/** A finding at a position of the text. */
export function at(
  source: Source,
  position: number,
  said: { rule: string; message: string },
): Finding {
  return { path: source.path, line: lineAt(source, position), ...said };
}

export type Text = { text: string; position: number; tag: string };

/** Every string and template of a TypeScript file; what is put in by `${}` shows as `$`. */
export function textsOf(source: Source): Text[] {
  const texts: Text[] = [];
  for (const node of nodesOf(syntaxOf(source))) {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
      texts.push({ text: node.text, position: node.getStart(), tag: tagOf(node) });
    } else if (ts.isTemplateExpression(node)) {
      const spans = node.templateSpans.map((span) => `$${span.literal.text}`);
      texts.push({
        text: node.head.text + spans.join(''),
        position: node.getStart(),
        tag: tagOf(node),
      });
    }
  }
  return texts;
}

function tagOf(node: ts.Node): string {
  return ts.isTaggedTemplateExpression(node.parent)
    ? node.parent.tag.getText().replace(/<.*$/s, '')
    : '';
}

/** SQL with its comments blanked, so that positions stay where they were. */
export function sqlWithoutComments(sql: string): string {
  return sql.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
}

/** Every match of a pattern in a text, with its position. */
export function matchesOf(text: string, pattern: RegExp): RegExpExecArray[] {
  const global = pattern.global ? pattern : new RegExp(pattern.source, `${pattern.flags}g`);
  return [...text.matchAll(global)] as RegExpExecArray[];
}

export const isTest = ({ path }: Source) => /\.test\.tsx?$|\/testing\/|^test\//.test(path);
export const isTypeScript = ({ path }: Source) =>
  /\.tsx?$/.test(path) && !/\.(?:generated|d)\.ts$/.test(path);
export const isProduction = (source: Source) =>
  source.path.startsWith('src/') && isTypeScript(source) && !isTest(source);

/** The module a file belongs to, or undefined outside src/modules. */
export function moduleOf({ path }: Source): string | undefined {
  return /^src\/modules\/([^/]+)\//.exec(path)?.[1];
}

const SIDES =
  /^src\/modules\/[^/]+\/(?:web|admin|api|jobs|notices|fragments|locales|testing)\/|\/(?:ui|module)\.ts$/;

/** Core: neither an edge, nor a fragment, words, fixture or page door. */
export function isCore(source: Source): boolean {
  return moduleOf(source) !== undefined && isProduction(source) && !SIDES.test(source.path);
}
