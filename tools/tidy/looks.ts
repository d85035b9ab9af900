import ts from 'typescript';
import {
  at,
  type Finding,
  isProduction,
  matchesOf,
  nodesOf,
  type Source,
  syntaxOf,
} from './source.ts';

const SIDE = '(?:left|right)';
const PHYSICAL = new RegExp(
  [
    `(?<![\\w-])(?:(?:margin|padding|scroll-margin|scroll-padding)-${SIDE})(?![\\w-])\\s*:`,
    `(?<![\\w-])border-${SIDE}(?:-\\w+)?\\s*:`,
    `(?<![\\w-])border-(?:top|bottom)-${SIDE}-radius\\s*:`,
    `(?<=[;{\\s])${SIDE}\\s*:`,
    `(?<![\\w-])(?:text-align|float|clear|caption-side)\\s*:\\s*${SIDE}\\b`,
  ].join('|'),
  'g',
);
const RAW_COLOUR =
  /(?<=:[^;{}]*)(?:#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|oklch|oklab|lab|lch)\((?![^;{}]*var\())/gi;

/** Arabic and English share one stylesheet: sides are start and end, never left and right. */
export function logicalSides(tree: Source[]): Finding[] {
  return stylesheets(tree).flatMap((source) =>
    matchesOf(withoutComments(source.text), PHYSICAL).map((match) =>
      at(source, match.index, {
        rule: 'logical-sides',
        message: `"${match[0].trim()}": use the logical property (inline-start, inline-end, inset-inline …)`,
      }),
    ),
  );
}

/** Colours are tokens: light, dark and contrast are decided in one place. */
export function tokenColours(tree: Source[]): Finding[] {
  return stylesheets(tree)
    .filter(({ path }) => !/tokens[^/]*\.css$|\/tokens\//.test(path))
    .flatMap((source) =>
      matchesOf(withoutComments(source.text), RAW_COLOUR).map((match) =>
        at(source, match.index, {
          rule: 'token-colours',
          message: `"${match[0]}": use a colour token`,
        }),
      ),
    );
}

/** No `style=` in pages: the content security policy refuses it, and tokens cannot reach it. */
export function noInlineStyle(tree: Source[]): Finding[] {
  return tree
    .filter((source) => isProduction(source) && source.path.endsWith('.tsx'))
    .flatMap((source) => {
      const found: Finding[] = [];
      for (const node of nodesOf(syntaxOf(source))) {
        if (ts.isJsxAttribute(node) && node.name.getText() === 'style' && isOfElement(node)) {
          found.push(at(source, node.getStart(), { rule: 'inline-style', message: 'use a class' }));
        }
      }
      return found;
    });
}

/** An HTML element, not a component with a property of that name. */
function isOfElement(attribute: ts.JsxAttribute): boolean {
  return /^[a-z]/.test(attribute.parent.parent.tagName.getText());
}

function stylesheets(tree: Source[]): Source[] {
  return tree.filter(({ path }) => path.startsWith('src/') && path.endsWith('.css'));
}

function withoutComments(css: string): string {
  return css.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
}
