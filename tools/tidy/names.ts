import { basename } from 'node:path';
import ts from 'typescript';
import { at, type Finding, isTest, isTypeScript, type Source, syntaxOf } from './source.ts';

const KINDS =
  'routes|page|forms|presenter|v1|job|listener|notice|island|fixture|test|report|generated|texts|config|setup|d|faults|bench';
const SHAPE = new RegExp(`^[a-z0-9]+(?:-[a-z0-9]+)*(?:\\.(?:${KINDS}))*\\.(?:ts|tsx|mjs|css|sql)$`);
const MIGRATION = /^db\/migrations\/\d{4}_[a-z0-9_]+\.sql$/;
const BANNED_FOLDER = /(?:^|\/)(utils?|helpers?|common|shared|lib|misc|core|controllers)\//;
const BANNED_FILE = /[-.](manager|helpers?|utils?|handlers?|processor|impl|dto)(?=\.)/;
const BANNED_SUFFIX = /(?:Manager|Helpers?|Utils?|Handler|Processor|Impl|DTO|Dto)$/;
const BANNED_WORDS: [pattern: RegExp, cure: string][] = [
  [/^(?:u|.*U)ser(?:s|Id|Ids|Name)?$/, 'the word is member'],
  [/^(?:g|.*G)igs?$/, 'the word is service'],
  [/^(?:v|.*V)endors?$/, 'the word is seller'],
  [/^(?:c|.*C)ustomers?$/, 'the word is buyer'],
];

/** Files are lower-kebab `thing.kind.ts`, with a kind from the list. */
export function fileNames(tree: Source[]): Finding[] {
  return tree
    .filter(({ path }) => /^(?:src|tools|bench|test|db)\/.*\.(?:ts|tsx|mjs|css|sql)$/.test(path))
    .filter(({ path }) => !SHAPE.test(basename(path)) && !MIGRATION.test(path))
    .map(({ path }) => ({
      path,
      line: 1,
      rule: 'file-name',
      message: `name it lower-kebab thing.kind.ts, kind one of ${KINDS.replaceAll('|', ' ')}`,
    }));
}

/** No drawers: a folder or file says what is in it. */
export function drawers(tree: Source[]): Finding[] {
  const found: Finding[] = [];
  for (const { path } of tree.filter(isTypeScript)) {
    const folder = BANNED_FOLDER.exec(path)?.[1];
    const suffix = BANNED_FILE.exec(basename(path))?.[1];
    if (folder)
      found.push({
        path,
        line: 1,
        rule: 'drawer',
        message: `"${folder}/" says nothing: name the thing`,
      });
    if (suffix)
      found.push({
        path,
        line: 1,
        rule: 'drawer',
        message: `"-${suffix}" says nothing: name the thing`,
      });
  }
  return found;
}

/** Exported names end in no filler and use the words of the business. */
export function exportedNames(tree: Source[]): Finding[] {
  return tree.filter((source) => isTypeScript(source) && !isTest(source)).flatMap(judgeNames);
}

function judgeNames(source: Source): Finding[] {
  return syntaxOf(source).statements.flatMap((statement) =>
    declaredNames(statement).flatMap((name) =>
      complaintsAbout(name.text, isBareClass(statement)).map((message) =>
        at(source, name.getStart(), { rule: 'name', message: `${name.text}: ${message}` }),
      ),
    ),
  );
}

/** A class that extends nothing; one that does (a refusal such as OwnService) is named by what it is. */
function isBareClass(statement: ts.Statement): boolean {
  return ts.isClassDeclaration(statement) && !statement.heritageClauses?.length;
}

function complaintsAbout(name: string, isClass: boolean): string[] {
  return [
    ...(BANNED_SUFFIX.test(name) ? ['the suffix says nothing, name the thing'] : []),
    ...(isClass && /.Service$/.test(name) ? ['a class of functions; write functions'] : []),
    ...BANNED_WORDS.filter(([pattern]) => pattern.test(name)).map(([, cure]) => cure),
  ];
}

/** The names a top-level exported statement declares. */
export function declaredNames(statement: ts.Statement): ts.Identifier[] {
  if (!ts.canHaveModifiers(statement)) return [];
  const exported = ts
    .getModifiers(statement)
    ?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  if (!exported) return [];
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name).filter(ts.isIdentifier);
  }
  const { name } = statement as ts.DeclarationStatement;
  return name && ts.isIdentifier(name) ? [name] : [];
}
