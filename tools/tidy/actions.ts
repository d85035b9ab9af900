import { basename } from 'node:path';
import ts from 'typescript';
import {
  at,
  type Finding,
  isCore,
  isProduction,
  isTest,
  moduleOf,
  nodesOf,
  type Source,
  syntaxOf,
} from './source.ts';

/** One verb = one file = one exported function of that name, told by a test of its module. */
export function oneVerbOneFile(tree: Source[]): Finding[] {
  const tests = tree.filter(isTest);
  return tree
    .filter(isCore)
    .filter(opensTransaction)
    .flatMap((source) => judge(source, tests));
}

/** Exported functions say what they do: a doc line. */
export function docLines(tree: Source[]): Finding[] {
  return tree
    .filter((source) => isProduction(source) && source.path.endsWith('.ts'))
    .flatMap((source) =>
      exportedFunctions(source)
        .filter((node) => ts.getJSDocCommentsAndTags(node).length === 0)
        .map((node) =>
          at(source, node.getStart(), {
            rule: 'doc-line',
            message: `${node.name?.text ?? 'default'}: say what it does, in which units, and what it refuses`,
          }),
        ),
    );
}

/** The refusals of a noun stand on one page: `<noun>-errors.ts`. */
export function refusalPlaces(tree: Source[]): Finding[] {
  return tree
    .filter((source) => isCore(source) && !source.path.endsWith('-errors.ts'))
    .flatMap((source) =>
      syntaxOf(source)
        .statements.filter(ts.isClassDeclaration)
        .filter((node) =>
          /\bextends\s+(?:Refusal|NotFound|InvalidInput)\b/.test(
            node.getText().split('{')[0] ?? '',
          ),
        )
        .map((node) =>
          at(source, node.getStart(), {
            rule: 'refusal-place',
            message: `${node.name?.text ?? 'a refusal'} belongs into <noun>-errors.ts`,
          }),
        ),
    );
}

function judge(source: Source, tests: Source[]): Finding[] {
  const verb = camel(basename(source.path, '.ts'));
  const names = exportedFunctions(source).map(({ name }) => name?.text ?? '');
  const found: Finding[] = [];
  const say = (message: string) =>
    found.push({ path: source.path, line: 1, rule: 'one-verb', message });
  if (!names.includes(verb)) say(`it opens a transaction, so it is an action: export ${verb}`);
  if (names.length > 1) say(`one verb, one file: it exports ${names.join(', ')}`);
  if (!tests.some((test) => tells(test, source, verb))) say(`no test beside it tells of ${verb}`);
  return found;
}

/** A test of the same module that names the verb; several verbs may be one story. */
function tells(test: Source, action: Source, verb: string): boolean {
  return moduleOf(test) === moduleOf(action) && new RegExp(`\\b${verb}\\b`).test(test.text);
}

function opensTransaction(source: Source): boolean {
  if (!source.text.includes('inTransaction(')) return false;
  for (const node of nodesOf(syntaxOf(source))) {
    if (ts.isCallExpression(node) && node.expression.getText() === 'inTransaction') return true;
  }
  return false;
}

function exportedFunctions(source: Source): ts.FunctionDeclaration[] {
  return syntaxOf(source)
    .statements.filter(ts.isFunctionDeclaration)
    .filter((node) => node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
    .filter((node) => node.body !== undefined);
}

function camel(kebab: string): string {
  return kebab.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
