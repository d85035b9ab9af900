import { describe, expect, it } from 'vitest';
import { logicalSides, noInlineStyle, tokenColours } from './looks.ts';
import { linesFound } from './planted.fixture.ts';

describe('sides', () => {
  it.each([
    'margin-left: 1px',
    'padding-right:0',
    'left: 0',
    'text-align: right',
    'float:left',
    'border-left: 0',
    'border-top-left-radius: 0',
    'border-right-color: red',
  ])('refuses %s', (css) =>
    expect(linesFound(logicalSides, ['src/ui/a.css', `.a {\n  ${css};\n}`])).toEqual([2]),
  );
  it.each([
    'margin-inline-start: 1px',
    'inset-inline-end: 0',
    'text-align: start',
    '/* left: 0 */',
    '--gap-left: 0',
    'background-position: left',
  ])('accepts %s', (css) =>
    expect(linesFound(logicalSides, ['src/ui/a.css', `.a {\n  ${css};\n}`])).toEqual([]),
  );
});

it('refuses raw colours outside the tokens', () => {
  const css = '.a { color: #fff; border: 1px solid rgb(0 0 0); }';
  expect(linesFound(tokenColours, ['src/ui/a.css', css])).toEqual([1, 1]);
  expect(linesFound(tokenColours, ['src/ui/styles/tokens.css', css])).toEqual([]);
  expect(linesFound(tokenColours, ['src/ui/a.css', '#main { color: var(--ink); }'])).toEqual([]);
  expect(
    linesFound(tokenColours, ['src/ui/a.css', '.a { color: hsl(var(--hue) 40% 30%); }']),
  ).toEqual([]);
});

it('refuses style= in a page', () => {
  expect(linesFound(noInlineStyle, ['src/ui/a.tsx', '<p style="color:red">x</p>'])).toEqual([1]);
  expect(linesFound(noInlineStyle, ['src/ui/a.tsx', '<Date style="short" />'])).toEqual([]);
  expect(linesFound(noInlineStyle, ['src/ui/a.tsx', '<p class="style">style=</p>'])).toEqual([]);
});
