import { ACCOUNT_KINDS, ACCOUNT_MEANINGS } from '../../src/modules/ledger/account.ts';
import { listPostings } from '../../src/modules/ledger/postings.ts';

/** The chart of accounts as a table: every kind of account there is. */
export function accountsTable(): string {
  return table(
    ['account', 'holder', 'what it holds'],
    ACCOUNT_KINDS.map((kind) => {
      const { holder, meaning } = ACCOUNT_MEANINGS[kind];
      return [code(kind), holder, meaning];
    }),
  );
}

/** Every kind of transfer as a row: what it takes from, what it gives to, and when. */
export function postingsTable(): string {
  return table(
    ['transfer', 'debit', 'credit', 'when'],
    listPostings().map(({ kind, debit, credit, when }) => [
      code(kind),
      code(debit),
      code(credit),
      when,
    ]),
  );
}

const code = (name: string) => `\`${name}\``;

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
