import { isOpen, type Offer, payOfferPath } from '#checkout';
import type { MemberCard } from '#identity';
import { orderPath } from '#orders';
import { formatNumber } from '#platform/i18n';
import {
  Banner,
  Bdi,
  Button,
  DateTime,
  DetailList,
  Disclosure,
  EscrowNotice,
  Form,
  Link,
  LinkButton,
  Money,
  NextAction,
  Panel,
  PostButton,
  Stack,
  TextArea,
  usePage,
  UserText,
  Wrap,
} from '#ui';
import { talkPaths } from '../../conversation-paths.ts';
import { OfferState } from './deals.tsx';
import { OfferHead, type Refused, useOfferWords } from './offer-head.tsx';

export interface OfferPageProps extends Refused {
  offer: Offer;
  side: 'buyer' | 'seller';
  seller: MemberCard;
  buyer: MemberCard;
  other: MemberCard;
}

/** An offer for its two sides: what it says, how it stands, and what may be done with it. */
export function OfferPage(props: OfferPageProps) {
  const words = useOfferWords();
  const { reader } = usePage();
  const { offer, side } = props;
  const path = talkPaths.part(offer.conversationId, `offers/${offer.offerId}`);
  return (
    <Wrap narrow>
      <OfferHead
        conversationId={offer.conversationId}
        other={props.other}
        title={words.formTitle}
      />
      <Stack gap={4}>
        {props.trouble && <Trouble {...props} />}
        <Turn {...props} path={path} />
        <Panel title={<Bdi>{offer.title}</Bdi>}>
          <Stack>
            <div>
              <OfferState offer={offer} />
            </div>
            <UserText text={offer.scope} />
            {offer.reason !== '' && (
              <>
                <p class="mute">{words.reason}</p>
                <UserText text={offer.reason} />
              </>
            )}
            <DetailList
              items={[
                side === 'buyer'
                  ? { label: words.by, value: <Bdi>{props.seller.displayName}</Bdi> }
                  : { label: words.to, value: <Bdi>{props.buyer.displayName}</Bdi> },
                { label: words.delivery, value: words.days(offer.deliveryDays) },
                { label: words.changes, value: formatNumber(reader, offer.changesIncluded) },
                { label: words.until, value: <DateTime at={offer.standsUntil} style="dateTime" /> },
                {
                  label: words.price,
                  value: <Money amountMinor={offer.priceMinor} />,
                  total: true,
                },
              ]}
            />
          </Stack>
        </Panel>
      </Stack>
    </Wrap>
  );
}

/** Why the answer did not go out, and what was written with it: it can still be said in a message. */
function Trouble({ offer, trouble, values }: OfferPageProps) {
  const words = useOfferWords();
  const reason = typeof values?.reason === 'string' ? values.reason.trim() : '';
  return (
    <Banner tone="warn" title={trouble}>
      {reason !== '' && (
        <Stack>
          <p>{words.notSent}</p>
          <UserText text={reason} />
          <p>
            <Link href={`${talkPaths.thread(offer.conversationId)}#write`}>{words.sayInTalk}</Link>
          </p>
        </Stack>
      )}
    </Banner>
  );
}

function Turn({ offer, side, path, errors, values }: OfferPageProps & { path: string }) {
  const words = useOfferWords();
  const { now } = usePage();
  if (offer.orderId !== undefined) {
    return (
      <LinkButton icon="package" href={orderPath(offer.orderId)}>
        {words.toOrder}
      </LinkButton>
    );
  }
  if (!isOpen(offer, now)) return null;
  if (side === 'seller') {
    return (
      <NextAction turn="theirs" icon="clock" title={words.theirTurn}>
        <PostButton kind="secondary" action={`${path}/withdrawal`}>
          {words.withdraw}
        </PostButton>
      </NextAction>
    );
  }
  return (
    <NextAction turn="yours" icon="hand-coins" title={words.yourTurn}>
      <Stack>
        <div>
          <LinkButton href={payOfferPath(offer.offerId)}>{words.pay}</LinkButton>
        </div>
        <EscrowNotice>{words.payNote}</EscrowNotice>
        <Disclosure summary={words.decline} open={errors !== undefined}>
          <Form action={`${path}/refusal`} errors={errors} values={values}>
            <Stack>
              <TextArea name="reason" label={words.declineReason} rows={2} maxLength={500} />
              <Button kind="secondary" size="small">
                {words.decline}
              </Button>
            </Stack>
          </Form>
        </Disclosure>
      </Stack>
    </NextAction>
  );
}
