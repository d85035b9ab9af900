/** House rules that no linter knows. `node tools/tidy.ts`: each finding with its cure, else nothing. */
import { globSync, readFileSync } from 'node:fs';
import { docLines, oneVerbOneFile, refusalPlaces } from './tidy/actions.ts';
import { deadExports } from './tidy/dead-exports.ts';
import {
  bothLanguages,
  noDataPaths,
  noLeftovers,
  noMachinePaths,
  noOwnClock,
  noTestAside,
} from './tidy/leftovers.ts';
import { logicalSides, noInlineStyle, tokenColours } from './tidy/looks.ts';
import { moneyIsBigint, orderStatePlaces, postingPlaces } from './tidy/money-and-state.ts';
import { drawers, exportedNames, fileNames } from './tidy/names.ts';
import { fileLength, folderSize } from './tidy/sizes.ts';
import type { Finding, Rule, Source } from './tidy/source.ts';
import { noServerClock, oldestPostgres, ownSchema } from './tidy/sql.ts';

const FILES = [
  '{src,db,tools,bench,test}/**/*.{ts,tsx,mjs,css,sql}',
  'docs/**/*.md',
  '*.{ts,mjs,md,json}',
  '.ci/*',
];
const NOT_OURS = ['package-lock.json', 'tools/tidy/leftovers.test.ts'];

/** Every rule, in the order it is reported. */
export const rules: Rule[] = [
  fileLength,
  folderSize,
  fileNames,
  drawers,
  exportedNames,
  oneVerbOneFile,
  docLines,
  refusalPlaces,
  noServerClock,
  oldestPostgres,
  ownSchema,
  postingPlaces,
  orderStatePlaces,
  moneyIsBigint,
  logicalSides,
  tokenColours,
  noInlineStyle,
  noLeftovers,
  noTestAside,
  noMachinePaths,
  noDataPaths,
  noOwnClock,
  bothLanguages,
  deadExports,
];

function readTree(): Source[] {
  return globSync(FILES)
    .filter((path) => !NOT_OURS.includes(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

function report({ path, line, rule, message }: Finding): string {
  return `${path}:${line}  ${rule}: ${message}`;
}

const tree = readTree();
const findings = rules.flatMap((rule) => rule(tree));
for (const finding of findings) console.log(report(finding));
console.log(`${tree.length} files, ${rules.length} rules, ${findings.length} findings`);
process.exitCode = findings.length > 0 || tree.length === 0 ? 1 : 0;
