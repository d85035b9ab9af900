/**
 * The parts of documents that are drawn from code. To register one: write a function that returns
 * Markdown, name it here, and put the two markers into the document:
 * `<!-- generated: NAME (npm run docs) -->` and `<!-- end of generated -->`.
 * `npm run docs` writes them all; the check fails when one is stale.
 */
export type GeneratedPart = {
  file: string;
  name: string;
  generate(): Promise<string>;
};

export const generatedParts: GeneratedPart[] = [
  {
    file: 'docs/orders/README.md',
    name: 'orders',
    generate: async () =>
      (await import('../src/modules/orders/moves/orders-diagram.ts')).ordersDiagram(),
  },
  {
    file: 'docs/money/README.md',
    name: 'accounts',
    generate: async () => (await import('./docs/money-tables.ts')).accountsTable(),
  },
  {
    file: 'docs/money/README.md',
    name: 'postings',
    generate: async () => (await import('./docs/money-tables.ts')).postingsTable(),
  },
];
