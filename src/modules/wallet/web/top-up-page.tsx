import { formatMoney, formatPercent } from '#platform/i18n';
import {
  Banner,
  Button,
  DetailList,
  ErrorSummary,
  Form,
  Money,
  MoneyInput,
  PageHead,
  Panel,
  Stack,
  useReader,
  Wrap,
} from '#ui';
import { walletWords } from '../locales/index.ts';
import { TOP_UP_PATH } from '../wallet-paths.ts';
import { TOP_UP_MAX_MINOR, TOP_UP_MIN_MINOR } from './top-up.forms.ts';

export interface TopUpView {
  gatewayReady: boolean;
  fee: { bps: number; minMinor: bigint; maxMinor: bigint };
  /** The second step: what it costs, to be confirmed. */
  summary?: { amountMinor: bigint; feeMinor: bigint; amountText: string; idempotencyKey: string };
  suggestedMinor?: bigint;
  /** Where the member was on the way to: a path of this site. */
  back?: string;
  errors?: Record<string, string>;
  values?: Record<string, string | string[]>;
}

/** Asks for an amount, then shows the fee before any money moves (SPEC 4.3). */
export function TopUpPage(view: TopUpView) {
  const reader = useReader();
  const words = walletWords(reader).topUp;
  const money = (amountMinor: bigint) => formatMoney(reader, amountMinor, { trimZeros: true });
  return (
    <Wrap narrow>
      <PageHead title={words.title} lead={words.lead} />
      {!view.gatewayReady && <Banner tone="warn">{words.noGateway}</Banner>}
      {view.gatewayReady && (
        <Panel>
          {view.summary ? (
            <Summary summary={view.summary} back={view.back} />
          ) : (
            <Form action={TOP_UP_PATH} errors={view.errors} values={view.values}>
              <Stack>
                <ErrorSummary errors={view.errors} />
                <Back path={view.back} />
                <MoneyInput
                  name="amount"
                  label={words.amount}
                  hint={words.amountHint(money(TOP_UP_MIN_MINOR), money(TOP_UP_MAX_MINOR))}
                  valueMinor={view.suggestedMinor}
                  required
                />
                <p class="hint">
                  {words.feeNote(
                    formatPercent(reader, view.fee.bps / 10_000),
                    formatMoney(reader, view.fee.minMinor),
                    formatMoney(reader, view.fee.maxMinor),
                  )}
                </p>
                <Button block>{words.review}</Button>
              </Stack>
            </Form>
          )}
        </Panel>
      )}
    </Wrap>
  );
}

function Back({ path }: { path: string | undefined }) {
  return path === undefined ? null : <input type="hidden" name="back" value={path} />;
}

function Summary(props: { summary: NonNullable<TopUpView['summary']>; back: string | undefined }) {
  const { summary, back } = props;
  const words = walletWords(useReader()).topUp;
  return (
    <Form action={TOP_UP_PATH} idempotencyKey={summary.idempotencyKey}>
      <Stack>
        <DetailList
          items={[
            { label: words.summaryAmount, value: <Money amountMinor={summary.amountMinor} /> },
            { label: words.summaryFee, value: <Money amountMinor={summary.feeMinor} /> },
            {
              label: words.summaryTotal,
              value: <Money amountMinor={summary.amountMinor + summary.feeMinor} />,
              total: true,
            },
            { label: words.gateway, value: words.sandbox },
          ]}
        />
        <input type="hidden" name="amount" value={summary.amountText} />
        <input type="hidden" name="confirmed" value="yes" />
        <Back path={back} />
        <Button block>{words.go}</Button>
      </Stack>
    </Form>
  );
}
