import {
  Banner,
  Bdi,
  DetailList,
  LinkButton,
  Money,
  PageHead,
  Panel,
  Row,
  Stack,
  type Tone,
  useReader,
  Wrap,
} from '#ui';
import { paymentPath, WALLET_PATH } from '#wallet';
import { checkoutWords } from '../locales/index.ts';
import type { Purchase } from '../purchase.ts';

const TONES: Record<Purchase['state'], Tone> = {
  waiting: 'info',
  placed: 'good',
  returned: 'warn',
  given_up: 'neutral',
};

/** How a purchase through a gateway stands, until it is an order. */
export function PurchasePage(props: {
  purchase: Pick<
    Purchase,
    'state' | 'reason' | 'fromBalanceMinor' | 'priceMinor' | 'feeMinor' | 'paymentId'
  >;
  title: string;
  serviceHref: string;
}) {
  const { purchase } = props;
  const words = checkoutWords(useReader()).purchase;
  const reason = purchase.reason ? words.reasons[purchase.reason] : undefined;
  return (
    <Wrap narrow>
      <PageHead title={words.title} lead={<Bdi>{props.title}</Bdi>} />
      <Stack>
        <Banner tone={TONES[purchase.state]} title={words[purchase.state]}>
          {reason && <p>{reason}</p>}
        </Banner>
        <Panel>
          <Stack>
            <DetailList
              items={[
                {
                  label: words.fromBalance,
                  value: <Money amountMinor={purchase.fromBalanceMinor} />,
                },
                {
                  label: words.byGateway,
                  value: <Money amountMinor={purchase.priceMinor - purchase.fromBalanceMinor} />,
                },
                { label: words.fee, value: <Money amountMinor={purchase.feeMinor} /> },
                {
                  label: words.price,
                  value: <Money amountMinor={purchase.priceMinor} />,
                  total: true,
                },
              ]}
            />
            <Row>
              {purchase.state !== 'waiting' && (
                <LinkButton href={props.serviceHref}>{words.tryAgain}</LinkButton>
              )}
              {purchase.paymentId && (
                <LinkButton kind="secondary" href={paymentPath(purchase.paymentId)}>
                  {words.toPayment}
                </LinkButton>
              )}
              <LinkButton kind="quiet" href={WALLET_PATH}>
                {words.toWallet}
              </LinkButton>
            </Row>
          </Stack>
        </Panel>
      </Stack>
    </Wrap>
  );
}
