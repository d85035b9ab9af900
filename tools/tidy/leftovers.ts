import ts from 'typescript';
import {
  at,
  type Finding,
  isProduction,
  isTypeScript,
  matchesOf,
  moduleOf,
  nodesOf,
  type Source,
  syntaxOf,
  textsOf,
} from './source.ts';

const MARK = new RegExp(
  `\\b(?:${['TO', 'FIX', 'XX', 'HA'].map((start, i) => start + ['DO', 'ME', 'X', 'CK'][i]).join('|')})\\b`,
  'g',
);
const MACHINE_PATH = /(?<![\w.$}])\/(?:home|root|work|Users|mnt|opt)\/[\w.-]+/g;
const DATA_PATH = /^(?:\.\/)?var(?:\/|$)/;

/** What is not finished does not stand in the tree. */
export function noLeftovers(tree: Source[]): Finding[] {
  return tree.flatMap((source) =>
    matchesOf(source.text, MARK).map((match) =>
      at(source, match.index, {
        rule: 'leftover',
        message: `"${match[0]}": finish it, or write an issue`,
      }),
    ),
  );
}

const ASIDE = /(?<![\w.])(?:it|test|describe)\.(?:only|skip|todo|fails)\b/g;

/** Every test runs: none alone, none left out. */
export function noTestAside(tree: Source[]): Finding[] {
  return tree
    .filter(({ path }) => /\.test\.tsx?$/.test(path))
    .flatMap((source) =>
      matchesOf(source.text, ASIDE).map((match) =>
        at(source, match.index, { rule: 'test-aside', message: `"${match[0]}": every test runs` }),
      ),
    );
}

/** No path of somebody's machine, in code or documents. */
export function noMachinePaths(tree: Source[]): Finding[] {
  return tree.flatMap((source) =>
    matchesOf(source.text, MACHINE_PATH).map((match) =>
      at(source, match.index, {
        rule: 'machine-path',
        message: `"${match[0]}" exists on one machine only`,
      }),
    ),
  );
}

/** Where data lies is decided by DATA_DIR in src/main, not by a module. */
export function noDataPaths(tree: Source[]): Finding[] {
  return tree
    .filter((source) => isProduction(source) && /^src\/(?:modules|ui|islands)\//.test(source.path))
    .flatMap((source) =>
      textsOf(source)
        .filter(({ text }) => DATA_PATH.test(text))
        .map(({ position }) =>
          at(source, position, { rule: 'data-path', message: 'src/main decides where data lies' }),
        ),
    );
}

/** Business time comes from the one clock. */
export function noOwnClock(tree: Source[]): Finding[] {
  return tree
    .filter((source) => isProduction(source) && moduleOf(source) !== undefined)
    .flatMap((source) => {
      const found: Finding[] = [];
      for (const node of nodesOf(syntaxOf(source))) {
        const bare = ts.isNewExpression(node) && node.expression.getText() === 'Date';
        if (bare && !node.arguments?.length) {
          found.push(
            at(source, node.getStart(), { rule: 'own-clock', message: 'ask ctx.clock.now()' }),
          );
        }
      }
      return found;
    });
}

/** Each module that speaks does so in both languages. */
export function bothLanguages(tree: Source[]): Finding[] {
  const paths = new Set(tree.map(({ path }) => path));
  return tree
    .filter(
      ({ path }) =>
        /\/locales\/(?:.+\/)?(?:ar|en)\.ts$/.test(path) && isTypeScript({ path, text: '' }),
    )
    .filter(
      ({ path }) =>
        !paths.has(path.replace(/(ar|en)\.ts$/, (_, l) => `${l === 'ar' ? 'en' : 'ar'}.ts`)),
    )
    .map(({ path }) => ({
      path,
      line: 1,
      rule: 'both-languages',
      message: 'the other language is missing',
    }));
}
