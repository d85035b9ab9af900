import { orderHref } from '../wallet-paths.ts';
import type { Balances, Statement, StatementLine } from '#ledger';
import {
  Badge,
  Bdi,
  DateTime,
  EmptyState,
  Link,
  LinkButton,
  Money,
  PageHead,
  Panel,
  Row,
  Stack,
  StatRow,
  StatTile,
  Table,
  useReader,
  Wrap,
} from '#ui';
import type { Clearing } from '../clearing/list-clearings.ts';
import { walletWords } from '../locales/index.ts';
import type { Payment } from '../payment.ts';
import { paymentPath, TOP_UP_PATH, WALLET_PATH } from '../wallet-paths.ts';

export interface WalletView {
  balances: Balances;
  clearings: Clearing[];
  statement: Statement;
  payments: Payment[];
  /** The reader has gone back in time. */
  older: boolean;
}

/** Where the member's money is, when it clears, and every movement in plain words (SPEC 6.2, 6.4). */
export function WalletPage({ view }: { view: WalletView }) {
  const words = walletWords(useReader()).wallet;
  return (
    <Wrap>
      <PageHead
        title={words.title}
        lead={words.lead}
        actions={<LinkButton href={TOP_UP_PATH}>{words.topUp}</LinkButton>}
      />
      <Stack gap={6}>
        <Figures balances={view.balances} />
        <Clearings clearings={view.clearings} />
        <Movements statement={view.statement} older={view.older} />
        {view.payments.length > 0 && <Payments payments={view.payments} />}
      </Stack>
    </Wrap>
  );
}

function Figures({ balances }: { balances: Balances }) {
  const words = walletWords(useReader()).wallet;
  const { creditMinor, earnedMinor, pendingMinor, withdrawingMinor } = balances;
  const total = creditMinor + earnedMinor + pendingMinor + withdrawingMinor;
  return (
    <StatRow>
      <StatTile label={words.total} value={<Money amountMinor={total} />} />
      <StatTile
        label={words.available}
        value={<Money amountMinor={creditMinor + earnedMinor} />}
        note={words.availableNote}
        tone="good"
      />
      <StatTile
        label={words.withdrawable}
        value={<Money amountMinor={earnedMinor} />}
        note={words.withdrawableNote}
      />
      <StatTile
        label={words.pending}
        value={<Money amountMinor={pendingMinor} />}
        note={words.pendingNote}
      />
    </StatRow>
  );
}

function Clearings({ clearings }: { clearings: Clearing[] }) {
  const words = walletWords(useReader()).wallet;
  return (
    <Panel title={words.clearingTitle}>
      {clearings.length === 0 ? (
        <p class="hint">{words.noClearing}</p>
      ) : (
        <Table
          caption={words.clearingTitle}
          rows={clearings}
          rowKey={(row) => row.orderId}
          columns={[
            {
              header: words.clearingAt,
              primary: true,
              cell: (row) => <DateTime at={row.clearsAt} style="weekdayDateTime" />,
            },
            {
              header: words.clearingOrder,
              cell: (row) => <Link href={orderHref(row.orderId)}>{words.openOrder}</Link>,
            },
            {
              header: words.clearingAmount,
              numeric: true,
              cell: (row) => <Money amountMinor={row.amountMinor} />,
            },
          ]}
        />
      )}
    </Panel>
  );
}

/** The sentence for a kind of movement. */
export function movementText(words: ReturnType<typeof walletWords>, line: StatementLine): string {
  return words.kinds[line.kind] ?? words.kinds.other ?? line.kind;
}

/** The member's account that a line touched, named. */
export function bucketText(words: ReturnType<typeof walletWords>, line: StatementLine): string {
  const kind = line.to ?? line.from ?? 'member_credit';
  const name = kind.replace('member_', '') as keyof typeof words.wallet.buckets;
  return words.wallet.buckets[name];
}

function Movements({ statement, older }: { statement: Statement; older: boolean }) {
  const all = walletWords(useReader());
  const words = all.wallet;
  if (statement.lines.length === 0 && !older) {
    return (
      <Panel title={words.movements}>
        <EmptyState
          level={3}
          title={words.noMovements}
          action={<LinkButton href={TOP_UP_PATH}>{words.topUp}</LinkButton>}
        >
          <p>{words.noMovementsHint}</p>
        </EmptyState>
      </Panel>
    );
  }
  return (
    <Panel
      title={words.movements}
      action={<Link href={`${WALLET_PATH}/movements.csv`}>{words.csv}</Link>}
    >
      <Table
        caption={words.movements}
        rows={statement.lines}
        rowKey={(row) => row.transferId}
        columns={[
          { header: words.movement, primary: true, cell: (row) => <Movement line={row} /> },
          { header: words.movementAt, cell: (row) => <DateTime at={row.at} style="dateTime" /> },
          { header: words.bucket, cell: (row) => bucketText(all, row) },
          { header: words.movementAmount, numeric: true, cell: (row) => <Change line={row} /> },
          {
            header: words.runningBalance,
            numeric: true,
            cell: (row) => <Money amountMinor={row.totalMinor} />,
          },
        ]}
      />
      <Row>
        {older && (
          <LinkButton kind="quiet" href={WALLET_PATH}>
            {words.newest}
          </LinkButton>
        )}
        {statement.next && (
          <LinkButton kind="secondary" href={`${WALLET_PATH}?before=${statement.next}`}>
            {words.older}
          </LinkButton>
        )}
      </Row>
    </Panel>
  );
}

function Movement({ line }: { line: StatementLine }) {
  const words = walletWords(useReader());
  const text = movementText(words, line);
  if (line.orderId) return <Link href={orderHref(line.orderId)}>{text}</Link>;
  if (line.paymentId) return <Link href={paymentPath(line.paymentId)}>{text}</Link>;
  return <span>{text}</span>;
}

/** Plus or minus for the member; a move between own accounts shows its amount without a sign. */
function Change({ line }: { line: StatementLine }) {
  if (line.changeMinor === 0n) return <Money amountMinor={line.amountMinor} class="muted" />;
  return (
    <Money
      amountMinor={line.changeMinor}
      sign="always"
      class={line.changeMinor > 0n ? 'money-in' : 'money-out'}
    />
  );
}

function Payments({ payments }: { payments: Payment[] }) {
  const words = walletWords(useReader());
  return (
    <Panel title={words.wallet.payments}>
      <Table
        caption={words.wallet.payments}
        rows={payments}
        rowKey={(row) => row.paymentId}
        columns={[
          {
            header: words.wallet.movementAt,
            primary: true,
            cell: (row) => (
              <Link href={paymentPath(row.paymentId)}>
                <DateTime at={row.createdAt} style="dateTime" />
              </Link>
            ),
          },
          {
            header: words.wallet.paymentState,
            cell: (row) => (
              <Badge
                tone={
                  row.state === 'confirmed' ? 'good' : row.state === 'failed' ? 'danger' : 'neutral'
                }
              >
                {words.payment.states[row.state] ?? row.state}
              </Badge>
            ),
          },
          {
            header: words.wallet.movementAmount,
            numeric: true,
            cell: (row) => (
              <Bdi>
                <Money amountMinor={row.amountMinor} />
              </Bdi>
            ),
          },
        ]}
      />
    </Panel>
  );
}
