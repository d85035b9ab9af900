import { describe, expect, it } from 'vitest';
import { anchorsOf, brokenLinks, pinsOf, unknownCommands, valueAt } from './markdown.ts';
import { emptyRegion, withRegion } from './regions.ts';

const files: Record<string, string> = {
  'docs/money.md': '# Money\n## The accounts',
  'docs/a.png': '',
};
const read = (path: string) => files[path];
const broken = (markdown: string) =>
  brokenLinks('docs/index.md', markdown, read).map(({ line }) => line);

describe('links', () => {
  it.each([
    '[m](money.md)',
    '![a](a.png "title")',
    '[m](money.md#the-accounts)',
    '<img src="a.png">',
    '[w](https://example.com)',
    '`[m](gone.md)`',
    '# Here\n[h](#here)',
  ])('accepts %s', (markdown) => expect(broken(markdown)).toEqual([]));
  it.each([
    '[m](gone.md)',
    '![a](gone.png)',
    '[m](money.md#gone)',
    '<img alt="" src="gone.png">',
    '[h](#gone)',
  ])('refuses %s', (markdown) => expect(broken(`\n${markdown}`)).toEqual([2]));
  it('makes anchors as GitHub does, Arabic among them', () => {
    expect([
      ...anchorsOf('# One two\n# One two\n## `npm start`, explained\n# دفتر الأستاذ'),
    ]).toEqual(['one-two', 'one-two-1', 'npm-start-explained', 'دفتر-الأستاذ']);
  });
});

describe('commands', () => {
  const scripts = new Set(['start', 'check', 'ledger:verify']);
  const unknown = (markdown: string) => unknownCommands('a.md', markdown, scripts).length;
  it.each([
    '`npm start`',
    '`npm run check`',
    '`npm run ledger:verify`',
    '```\nnpm ci\n```',
    'npm is a tool',
    '`npm run -s check`',
  ])('accepts %s', (markdown) => expect(unknown(markdown)).toBe(0));
  it.each(['`npm test`', '`npm run gone`', '```\nnpm run gone\n```', '`npm run -s gone`'])(
    'refuses %s',
    (markdown) => expect(unknown(markdown)).toBe(1),
  );
});

describe('pinned numbers', () => {
  it('reads the number before the marker', () => {
    expect(pinsOf('at most 10,000<!-- pin: a.ts#rules.most --> cents')).toEqual([
      { value: '10000', path: 'a.ts', expression: 'rules.most', line: 1 },
    ]);
  });
  it('finds the value, bigint and length among them', () => {
    expect(valueAt({ rules: { most: 10_000n } }, 'rules.most')).toBe('10000');
    expect(valueAt({ list: [1, 2] }, 'list.length')).toBe('2');
    expect(valueAt({}, 'rules.most')).toBeUndefined();
  });
});

describe('generated parts', () => {
  it('are replaced between their markers, and stay the same when current', () => {
    const once = withRegion(`# A\n${emptyRegion('table')}\nend`, 'table', '| a |') ?? '';
    expect(once).toContain('| a |');
    expect(once.endsWith('\nend')).toBe(true);
    expect(withRegion(once, 'table', '| a |')).toBe(once);
    expect(withRegion(once, 'table', '| b |')).not.toContain('| a |');
  });
  it('are missed when the document has no markers', () => {
    expect(withRegion('# A', 'table', '')).toBeUndefined();
  });
});
