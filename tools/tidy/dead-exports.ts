import ts from 'typescript';
import { declaredNames } from './names.ts';
import {
  type Finding,
  isProduction,
  isTest,
  isTypeScript,
  type Source,
  syntaxOf,
} from './source.ts';
import { at } from './source.ts';

const WORD = /[A-Za-z_$][\w$]*/g;

/** An export that no other file names is dead, or needs no export. Tests alone keep nothing alive. */
export function deadExports(tree: Source[]): Finding[] {
  const files = tree.filter((source) => isTypeScript(source) || source.path.endsWith('.mjs'));
  const users = countUsers(files.filter((source) => !isTest(source)));
  const testUsers = countUsers(files.filter(isTest));
  return files
    .filter(
      (source) =>
        isProduction(source) &&
        !/\/(?:module|index|ui)\.ts$|^src\/(?:islands|main)\//.test(source.path),
    )
    .flatMap((source) => deadIn(source, { users, testUsers }));
}

type Users = { users: Map<string, number>; testUsers: Map<string, number> };

function deadIn(source: Source, { users, testUsers }: Users): Finding[] {
  return syntaxOf(source)
    .statements.flatMap(declaredNames)
    .filter(({ text }) => (users.get(text) ?? 0) < 2)
    .filter((name) => !(isAllowed(name, testUsers) && usedInside(source, name.text)))
    .map((name) =>
      at(source, name.getStart(), {
        rule: 'dead-export',
        message: `no other file uses ${name.text}: remove it, or its export`,
      }),
    );
}

/** What its own file uses may be exported for a test, or, being a type, to be named by readers. */
function isAllowed(name: ts.Identifier, testUsers: Map<string, number>): boolean {
  const isType = ts.isTypeAliasDeclaration(name.parent) || ts.isInterfaceDeclaration(name.parent);
  return isType || testUsers.has(name.text);
}

function usedInside(source: Source, name: string): boolean {
  return (source.text.match(WORD) ?? []).filter((word) => word === name).length > 1;
}

/** How many files name each word. */
function countUsers(sources: Source[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of sources) {
    for (const word of new Set(text.match(WORD))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
