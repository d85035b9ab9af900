import {
  Badge,
  Banner,
  Bdi,
  Button,
  DateTime,
  DetailList,
  Form,
  LinkButton,
  Money,
  PageHead,
  Panel,
  PostButton,
  Row,
  Stack,
  type Tone,
  useReader,
  Wrap,
} from '#ui';
import { walletWords } from '../locales/index.ts';
import { type Payment, totalOf } from '../payment.ts';
import { paymentPath, topUpPath, WALLET_PATH } from '../wallet-paths.ts';

const TONES: Record<Payment['state'], Tone> = {
  pending: 'info',
  confirmed: 'good',
  failed: 'danger',
  cancelled: 'neutral',
  expired: 'neutral',
};

/** The receipt of one payment and, while it is undecided, what to do. */
export function PaymentPage({ payment, opened }: { payment: Payment; opened: boolean }) {
  const words = walletWords(useReader()).payment;
  const explain = words.explain[explanationOf(payment, opened)];
  return (
    <Wrap narrow>
      <PageHead
        title={words.title}
        actions={
          <Badge tone={TONES[payment.state]}>{words.states[payment.state] ?? payment.state}</Badge>
        }
      />
      <Stack>
        <Banner tone={TONES[payment.state]}>{explain}</Banner>
        <Panel>
          <Stack>
            <Receipt payment={payment} />
            <NextStep payment={payment} />
          </Stack>
        </Panel>
      </Stack>
    </Wrap>
  );
}

function explanationOf(payment: Payment, opened: boolean): string {
  if (payment.state === 'pending' && !opened) return 'waiting';
  return payment.state === 'confirmed' && payment.purpose === 'purchase' ? 'paid' : payment.state;
}

function Receipt({ payment }: { payment: Payment }) {
  const words = walletWords(useReader());
  const own = words.payment;
  return (
    <DetailList
      items={[
        ...(payment.description
          ? [{ label: own.what, value: <Bdi>{payment.description}</Bdi> }]
          : []),
        {
          label: payment.purpose === 'purchase' ? own.price : own.amount,
          value: <Money amountMinor={payment.amountMinor} />,
        },
        { label: own.fee, value: <Money amountMinor={payment.feeMinor} /> },
        { label: own.total, value: <Money amountMinor={totalOf(payment)} />, total: true },
        { label: own.gateway, value: words.topUp.sandbox },
        { label: own.startedAt, value: <DateTime at={payment.createdAt} style="dateTime" /> },
        ...(payment.settledAt
          ? [{ label: own.settledAt, value: <DateTime at={payment.settledAt} style="dateTime" /> }]
          : []),
        { label: own.number, value: <Bdi class="breakable">{payment.paymentId}</Bdi> },
      ]}
    />
  );
}

function NextStep({ payment }: { payment: Payment }) {
  const words = walletWords(useReader()).payment;
  if (payment.state === 'pending') {
    return (
      <Stack>
        <Form action={`${paymentPath(payment.paymentId)}/page`}>
          <Button block>{words.continue}</Button>
        </Form>
        <Row>
          <PostButton kind="quiet" action={`${paymentPath(payment.paymentId)}/check`}>
            {words.check}
          </PostButton>
          <PostButton kind="danger" action={`${paymentPath(payment.paymentId)}/cancellation`}>
            {words.cancel}
          </PostButton>
        </Row>
      </Stack>
    );
  }
  const again = payment.state !== 'confirmed' && payment.purpose === 'top_up';
  return (
    <Row>
      {payment.returnPath && payment.state === 'confirmed' && (
        <LinkButton href={payment.returnPath}>{words.goOn}</LinkButton>
      )}
      {payment.purchaseId && (
        <LinkButton href={`/purchases/${payment.purchaseId}`}>{words.toPurchase}</LinkButton>
      )}
      {again && (
        <LinkButton href={topUpPath({ back: payment.returnPath })}>{words.again}</LinkButton>
      )}
      <LinkButton kind="secondary" href={WALLET_PATH}>
        {words.toWallet}
      </LinkButton>
    </Row>
  );
}
