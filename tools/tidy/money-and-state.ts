import ts from 'typescript';
import {
  at,
  type Finding,
  isProduction,
  matchesOf,
  moduleOf,
  nodesOf,
  type Source,
  sqlWithoutComments,
  syntaxOf,
  textsOf,
} from './source.ts';

const POSTING = new Set(['postTransfers', 'hold', 'resolveHold']);
const STATE_IN_SQL = /\bupdate\s+(?:only\s+)?orders\.orders\b[^;]*?\bset\b[^;]*?\bstate\s*=/i;
const INSERT_IN_SQL = /\binsert\s+into\s+orders\.orders\b/i;

/** Money is posted in one file a module: `<noun>-money.ts`. */
export function postingPlaces(tree: Source[]): Finding[] {
  return tree
    .filter((source) => isProduction(source) && moduleOf(source) !== 'ledger')
    .filter(({ path }) => !path.endsWith('-money.ts'))
    .flatMap((source) =>
      importedFrom(source, '#ledger')
        .filter(({ text }) => POSTING.has(text))
        .map((name) =>
          at(source, name.getStart(), {
            rule: 'posting-place',
            message: `${name.text} is called only from <noun>-money.ts, so that every posting stands on one page`,
          }),
        ),
    );
}

function importedFrom(source: Source, specifier: string): ts.Identifier[] {
  const names: ts.Identifier[] = [];
  for (const statement of syntaxOf(source).statements) {
    if (!ts.isImportDeclaration(statement)) continue;
    if ((statement.moduleSpecifier as ts.StringLiteral).text !== specifier) continue;
    const bindings = statement.importClause?.namedBindings;
    if (!bindings || !ts.isNamedImports(bindings)) continue;
    for (const element of bindings.elements) {
      const imported = element.propertyName ?? element.name;
      if (ts.isIdentifier(imported)) names.push(imported);
    }
  }
  return names;
}

/** Who writes states: the one store, and the loader of worlds, whose test compares it with the table of moves. */
const STATE_WRITERS = ['src/modules/orders/order-store.ts', 'db/worlds/city/steps/load-orders.ts'];

/** An order's state is written by `moveOrder` of order-store.ts, and first by the SQL function orders.open. */
export function orderStatePlaces(tree: Source[]): Finding[] {
  const code = tree
    .filter(({ path }) => /^(?:src|db)\/.*\.tsx?$/.test(path))
    .filter(
      (source) => !STATE_WRITERS.includes(source.path) && source.text.includes('orders.orders'),
    )
    .flatMap(stateWrites);
  return [
    ...code,
    ...tree.filter(({ path }) => path.startsWith('db/migrations/')).flatMap(stateWritesInSql),
  ];
}

const said = {
  rule: 'order-state',
  message: 'an order is moved by moveOrder of order-store.ts (and opened by orders.open) alone',
};

function stateWrites(source: Source): Finding[] {
  const sql = textsOf(source)
    .filter(({ text }) => STATE_IN_SQL.test(text) || INSERT_IN_SQL.test(text))
    .map(({ position }) => at(source, position, said));
  const queries: Finding[] = [];
  for (const node of nodesOf(syntaxOf(source))) {
    if (!ts.isCallExpression(node)) continue;
    const [first] = node.arguments;
    if (!first || !ts.isStringLiteralLike(first) || !/^orders\.orders\b/.test(first.text)) continue;
    const chain = chainOf(node);
    const inserts = node.expression.getText().endsWith('.insertInto');
    const moves =
      node.expression.getText().endsWith('.updateTable') &&
      /\.set\(\s*\{[^}]*\bstate\b/.test(chain);
    if (inserts || moves) queries.push(at(source, node.getStart(), said));
  }
  return [...sql, ...queries];
}

/** The whole statement a call stands in, as text. */
function chainOf(node: ts.Node): string {
  let top = node;
  while (top.parent && !ts.isStatement(top.parent)) top = top.parent;
  return top.getText();
}

function stateWritesInSql(source: Source): Finding[] {
  const sql = sqlWithoutComments(source.text);
  const open =
    /create\s+(?:or\s+replace\s+)?function\s+orders\.open\b[\s\S]*?as\s+(\$\w*\$)[\s\S]*?\1/gi;
  const outside = sql.replace(open, (body) => body.replace(/[^\n]/g, ' '));
  return [STATE_IN_SQL, INSERT_IN_SQL].flatMap((pattern) =>
    matchesOf(outside, pattern).map((match) => at(source, match.index, said)),
  );
}

const NARROW_IN_SQL =
  /\b\w+_minor\s+(?:integer|int|int2|int4|smallint|numeric|decimal|real|double|float|money)\b/i;

/** Money is bigint minor units, in TypeScript and in SQL: what ends in Minor is never a number. */
export function moneyIsBigint(tree: Source[]): Finding[] {
  const message = 'money is bigint minor units';
  const code = tree.filter(isProduction).flatMap((source) => {
    const found: Finding[] = [];
    for (const node of nodesOf(syntaxOf(source))) {
      const typed =
        ts.isPropertySignature(node) || ts.isParameter(node) || ts.isVariableDeclaration(node);
      if (!typed || !node.type || !node.name.getText().endsWith('Minor')) continue;
      if (/\bnumber\b/.test(node.type.getText()))
        found.push(at(source, node.getStart(), { rule: 'money', message }));
    }
    return found;
  });
  const sql = tree
    .filter(({ path }) => path.startsWith('db/migrations/'))
    .flatMap((source) =>
      matchesOf(sqlWithoutComments(source.text), NARROW_IN_SQL).map((match) =>
        at(source, match.index, { rule: 'money', message }),
      ),
    );
  return [...code, ...sql];
}
