import { type Offer, OFFER_DAYS, type OrderRequest, isOpen, payOfferPath } from '#checkout';
import type { MemberCard } from '#identity';
import { formatMoney } from '#platform/i18n';
import { orderPath } from '#orders';
import {
  Banner,
  Bdi,
  Breadcrumbs,
  Button,
  Checkbox,
  DateTime,
  DetailList,
  Disclosure,
  ErrorSummary,
  EscrowNotice,
  Form,
  LinkButton,
  Money,
  MoneyInput,
  NextAction,
  PageHead,
  Panel,
  PostButton,
  Select,
  Stack,
  TextArea,
  TextInput,
  usePage,
  UserText,
  Wrap,
} from '#ui';
import { talkPaths } from '../../conversation-paths.ts';
import { conversationsWords } from '../../locales/index.ts';
import { OfferState } from './deals.tsx';

interface Refused {
  errors?: Record<string, string>;
  values?: Record<string, string | string[]>;
  /** Why nothing was sent though nothing was wrong with it. */
  trouble?: string;
}

const useWords = () => conversationsWords(usePage().reader).offers;

function Head(props: { conversationId: string; title: string; lead?: string; other: MemberCard }) {
  const words = conversationsWords(usePage().reader);
  return (
    <PageHead
      title={props.title}
      lead={props.lead}
      crumbs={
        <Breadcrumbs
          items={[
            { label: words.list.title, href: talkPaths.list },
            { label: props.other.displayName, href: talkPaths.thread(props.conversationId) },
            { label: props.title },
          ]}
        />
      }
    />
  );
}

export interface OfferFormProps extends Refused {
  conversationId: string;
  other: MemberCard;
  request: OrderRequest | undefined;
  price: { minMinor: bigint; maxMinor: bigint };
  /** Of the service: what the form starts with. */
  start: { title: string; days: number; changes: number };
  formKey: string;
}

const STANDS = [1, 3, 7, OFFER_DAYS.max];

/** The seller writes an offer. */
export function OfferFormPage(props: OfferFormProps) {
  const { reader } = usePage();
  const words = useWords();
  const { conversationId, other, request, price, start } = props;
  return (
    <Wrap narrow>
      <Head
        conversationId={conversationId}
        other={other}
        title={words.formTitle}
        lead={words.formLead(`\u2068${other.displayName}\u2069`)}
      />
      <Stack gap={4}>
        {props.trouble && <Banner tone="warn">{props.trouble}</Banner>}
        {request && (
          <Panel title={words.answers}>
            <UserText text={request.body} />
          </Panel>
        )}
        <Panel>
          <Form
            action={talkPaths.part(conversationId, 'offers')}
            idempotencyKey={props.formKey}
            errors={props.errors}
            values={props.values}
          >
            <Stack>
              <ErrorSummary />
              {request && <input type="hidden" name="request" value={request.requestId} />}
              <TextInput
                name="title"
                label={words.title}
                hint={words.titleHint}
                value={start.title}
                maxLength={80}
                required
              />
              <TextArea
                name="scope"
                label={words.scope}
                hint={words.scopeHint}
                rows={6}
                maxLength={5_000}
                required
              />
              <MoneyInput
                name="price"
                label={words.price}
                hint={words.priceHint(
                  formatMoney(reader, price.minMinor, { trimZeros: true }),
                  formatMoney(reader, price.maxMinor, { trimZeros: true }),
                )}
                valueMinor={request?.wishedMinor}
                required
              />
              <TextInput
                name="days"
                label={words.daysLabel}
                value={String(request?.wishedDays ?? start.days)}
                inputMode="numeric"
                dir="ltr"
                maxLength={4}
                required
              />
              <TextInput
                name="changes"
                label={words.changes}
                value={String(start.changes)}
                inputMode="numeric"
                dir="ltr"
                maxLength={4}
                required
              />
              <Select
                name="stands"
                label={words.stands}
                value={String(OFFER_DAYS.default)}
                options={STANDS.map((n) => ({ value: String(n), label: words.days(n) }))}
                required
              />
              <Checkbox name="asks" label={words.asks} checked />
              <div>
                <Button>{words.send}</Button>
              </div>
            </Stack>
          </Form>
        </Panel>
      </Stack>
    </Wrap>
  );
}

export interface OfferPageProps extends Refused {
  offer: Offer;
  side: 'buyer' | 'seller';
  seller: MemberCard;
  buyer: MemberCard;
  other: MemberCard;
}

/** An offer for its two sides: what it says, how it stands, and what may be done with it. */
export function OfferPage(props: OfferPageProps) {
  const words = useWords();
  const { offer, side } = props;
  const path = talkPaths.part(offer.conversationId, `offers/${offer.offerId}`);
  return (
    <Wrap narrow>
      <Head conversationId={offer.conversationId} other={props.other} title={words.formTitle} />
      <Stack gap={4}>
        <Turn {...props} path={path} />
        <Panel title={<Bdi>{offer.title}</Bdi>}>
          <Stack>
            <OfferState offer={offer} />
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
                { label: words.changes, value: String(offer.changesIncluded) },
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

function Turn({ offer, side, path, errors, values }: OfferPageProps & { path: string }) {
  const words = useWords();
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

export interface RequestFormProps extends Refused {
  conversationId: string;
  other: MemberCard;
  price: { minMinor: bigint; maxMinor: bigint };
}

/** The buyer says what they need. */
export function RequestFormPage(props: RequestFormProps) {
  const { reader } = usePage();
  const words = useWords();
  const { conversationId, other, price } = props;
  return (
    <Wrap narrow>
      <Head
        conversationId={conversationId}
        other={other}
        title={words.requestTitle}
        lead={words.requestLead(`\u2068${other.displayName}\u2069`)}
      />
      <Stack gap={4}>
        {props.trouble && <Banner tone="warn">{props.trouble}</Banner>}
        <Panel>
          <Form
            action={talkPaths.part(conversationId, 'requests')}
            errors={props.errors}
            values={props.values}
          >
            <Stack>
              <ErrorSummary />
              <TextArea
                name="body"
                label={words.requestBody}
                hint={words.requestHint}
                rows={6}
                maxLength={5_000}
                required
              />
              <MoneyInput
                name="price"
                label={words.wishedPrice}
                hint={words.priceHint(
                  formatMoney(reader, price.minMinor, { trimZeros: true }),
                  formatMoney(reader, price.maxMinor, { trimZeros: true }),
                )}
              />
              <TextInput
                name="days"
                label={words.wishedDays}
                inputMode="numeric"
                dir="ltr"
                maxLength={4}
              />
              <div>
                <Button>{words.requestSend}</Button>
              </div>
            </Stack>
          </Form>
        </Panel>
      </Stack>
    </Wrap>
  );
}
