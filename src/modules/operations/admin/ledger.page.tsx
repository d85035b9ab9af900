import type { Difference } from '#ledger';
import { formatNumber } from '#platform/i18n';
import {
  Badge,
  Banner,
  Bdi,
  DateTime,
  Money,
  PageHead,
  Panel,
  PostButton,
  Stack,
  Table,
  useReader,
  Wrap,
} from '#ui';
import type { AccountTotal, Verification } from '../ledger-desk.report.ts';
import { operationsWords } from '../locales/index.ts';
import { operationsPaths } from '../operations-paths.ts';

export interface LedgerDesk {
  verifications: readonly Verification[];
  totals: readonly AccountTotal[];
  /** A proof was asked for and is not there yet. */
  running: boolean;
}

/** The desk of finance: is the ledger true, and what does each account come to. */
export function LedgerPage({ desk }: { desk: LedgerDesk }) {
  const words = operationsWords(useReader()).ledger;
  const [newest] = desk.verifications;
  return (
    <Wrap>
      <PageHead
        title={words.title}
        lead={words.lead}
        actions={
          <PostButton action={`${operationsPaths.ledger}/checks`}>{words.runNow}</PostButton>
        }
      />
      <Stack gap={6}>
        {desk.running && <Banner icon="refresh-cw">{words.running}</Banner>}
        <Verdict newest={newest} />
        {newest && newest.differences.length > 0 && <Differences rows={newest.differences} />}
        <Totals totals={desk.totals} />
        {desk.verifications.length > 0 && <Verifications rows={desk.verifications} />}
      </Stack>
    </Wrap>
  );
}

function Verdict({ newest }: { newest: Verification | undefined }) {
  const reader = useReader();
  const words = operationsWords(reader).ledger;
  if (!newest) {
    return (
      <Banner tone="warn" title={words.never}>
        {words.neverText}
      </Banner>
    );
  }
  if (!newest.ok) {
    return (
      <Banner tone="danger" title={words.differs}>
        {words.differsText}
      </Banner>
    );
  }
  const { transfers, accounts } = newest;
  return (
    <Banner tone="good" title={words.fine}>
      {words.fineText(formatNumber(reader, transfers), formatNumber(reader, accounts))}
    </Banner>
  );
}

function Differences({ rows }: { rows: readonly Difference[] }) {
  const words = operationsWords(useReader()).ledger;
  return (
    <Panel title={words.differences}>
      <Table
        caption={words.differences}
        rows={rows}
        rowKey={(row) => `${row.check} ${row.subject}`}
        columns={[
          { header: words.check, primary: true, cell: (row) => <Bdi dir="ltr">{row.check}</Bdi> },
          { header: words.subject, cell: (row) => <Bdi dir="ltr">{row.subject}</Bdi> },
          {
            header: words.expected,
            numeric: true,
            cell: (row) => <Bdi dir="ltr">{row.expected ?? '–'}</Bdi>,
          },
          {
            header: words.found,
            numeric: true,
            cell: (row) => <Bdi dir="ltr">{row.found ?? '–'}</Bdi>,
          },
        ]}
      />
    </Panel>
  );
}

function Totals({ totals }: { totals: readonly AccountTotal[] }) {
  const reader = useReader();
  const words = operationsWords(reader).ledger;
  const kinds = Object.keys(words.kinds);
  const inChartOrder = totals.toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
  const sumMinor = totals.reduce((sum, total) => sum + total.balanceMinor, 0n);
  return (
    <Panel title={words.totals}>
      <p class="mute">{words.totalsNote}</p>
      <Table
        caption={words.totals}
        rows={inChartOrder}
        rowKey={(row) => `${row.kind} ${row.holder}`}
        columns={[
          {
            header: words.account,
            primary: true,
            cell: (row) => (
              <>
                {words.kinds[row.kind]} {row.holder && <Bdi dir="ltr">{row.holder}</Bdi>}
              </>
            ),
          },
          { header: words.count, numeric: true, cell: (row) => formatNumber(reader, row.accounts) },
          {
            header: words.balance,
            numeric: true,
            cell: (row) => <Money amountMinor={row.balanceMinor} />,
          },
        ]}
        foot={
          <tr role="row">
            <th scope="row" role="rowheader" colSpan={2}>
              {words.sum}
            </th>
            <td role="cell" class="numeric" data-label={words.balance}>
              <Money amountMinor={sumMinor} />
            </td>
          </tr>
        }
      />
    </Panel>
  );
}

function Verifications({ rows }: { rows: readonly Verification[] }) {
  const reader = useReader();
  const words = operationsWords(reader).ledger;
  const n = (value: bigint | number) => formatNumber(reader, value);
  return (
    <Panel title={words.checks}>
      <Table
        caption={words.checksCaption}
        rows={rows}
        rowKey={(row) => row.verificationId}
        columns={[
          {
            header: words.at,
            primary: true,
            cell: (row) => <DateTime at={row.startedAt} style="dateTime" />,
          },
          {
            header: words.result,
            cell: (row) => (
              <Badge tone={row.ok ? 'good' : 'danger'}>{row.ok ? words.ok : words.notOk}</Badge>
            ),
          },
          { header: words.transfers, numeric: true, cell: (row) => n(row.transfers) },
          { header: words.accounts, numeric: true, cell: (row) => n(row.accounts) },
          { header: words.members, numeric: true, cell: (row) => n(row.members) },
          {
            header: words.escrow,
            numeric: true,
            cell: (row) => <Money amountMinor={row.escrowHeldMinor} />,
          },
          { header: words.took, numeric: true, cell: (row) => words.ms(n(row.durationMs)) },
        ]}
      />
    </Panel>
  );
}
