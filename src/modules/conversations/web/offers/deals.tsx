import { isOpen, type Offer, offerPath, type OrderRequest } from '#checkout';
import { formatMoney } from '#platform/i18n';
import {
  Badge,
  Bdi,
  Button,
  Disclosure,
  Form,
  Link,
  LinkButton,
  Money,
  Panel,
  PostButton,
  Row,
  Stack,
  TextArea,
  usePage,
  UserText,
} from '#ui';
import { talkPaths } from '../../conversation-paths.ts';
import { conversationsWords } from '../../locales/index.ts';
import type { ThreadView } from '../thread-view.ts';

const useWords = () => conversationsWords(usePage().reader).offers;

/** Offers and requests of the conversation, the newest first, and the way to a new one. */
export function Deals({ view }: { view: ThreadView }) {
  const words = useWords();
  const { offers, requests, side, conversationId, closed } = view;
  const [request] = requests;
  return (
    <div id="deals" data-live-part>
      <Panel title={words.panel}>
        <Stack>
          {offers.length === 0 && !request && <p class="mute">{words.none}</p>}
          {request && <RequestCard view={view} request={request} />}
          {offers.map((offer) => (
            <OfferLine key={offer.offerId} offer={offer} />
          ))}
          {!closed &&
            (side === 'seller' ? (
              <LinkButton
                kind="secondary"
                block
                icon="file-text"
                href={talkPaths.part(conversationId, 'offer')}
              >
                {words.make}
              </LinkButton>
            ) : (
              <LinkButton
                kind="secondary"
                block
                icon="pen-line"
                href={talkPaths.part(conversationId, 'order-request')}
              >
                {words.ask}
              </LinkButton>
            ))}
        </Stack>
      </Panel>
    </div>
  );
}

/** How an offer stands, its end counted even before the clock wrote it down. */
export function OfferState({ offer }: { offer: Offer }) {
  const words = useWords();
  const { now } = usePage();
  const state = offer.state === 'open' && !isOpen(offer, now) ? 'expired' : offer.state;
  const tones = { open: 'warn', accepted: 'good' } as const;
  const tone = state === 'open' || state === 'accepted' ? tones[state] : 'neutral';
  return <Badge tone={tone}>{words.states[state]}</Badge>;
}

function OfferLine({ offer }: { offer: Offer }) {
  return (
    <div class="deal">
      <Row between>
        <Link href={offerPath(offer)}>
          <Bdi>{offer.title}</Bdi>
        </Link>
        <Money amountMinor={offer.priceMinor} />
      </Row>
      <OfferState offer={offer} />
    </div>
  );
}

function RequestCard({ view, request }: { view: ThreadView; request: OrderRequest }) {
  const { reader } = usePage();
  const words = useWords();
  const { conversationId, side } = view;
  const path = talkPaths.part(conversationId, `requests/${request.requestId}`);
  const wish = words.wished(
    request.wishedMinor === undefined ? '' : formatMoney(reader, request.wishedMinor),
    request.wishedDays === undefined ? '' : words.days(request.wishedDays),
  );
  return (
    <div class="deal">
      <Row between>
        <strong>{words.request}</strong>
        <Badge tone={request.state === 'open' ? 'warn' : 'neutral'}>
          {words.states[request.state]}
        </Badge>
      </Row>
      <UserText text={request.body} />
      {wish !== '' && <p class="mute">{wish}</p>}
      {request.reason !== '' && (
        <>
          <p class="mute">{words.reason}</p>
          <UserText text={request.reason} />
        </>
      )}
      {request.state === 'open' &&
        (side === 'buyer' ? (
          <PostButton kind="quiet" size="small" action={`${path}/withdrawal`}>
            {words.takeBack}
          </PostButton>
        ) : (
          <Answer view={view} request={request} path={path} />
        ))}
    </div>
  );
}

/** The seller answers with an offer, or declines with a reason. */
function Answer(props: { view: ThreadView; request: OrderRequest; path: string }) {
  const words = useWords();
  const { view, request, path } = props;
  const failure = view.failure?.form === 'request' ? view.failure : undefined;
  return (
    <Stack>
      <LinkButton
        size="small"
        href={`${talkPaths.part(view.conversationId, 'offer')}?request=${request.requestId}`}
      >
        {words.answer}
      </LinkButton>
      <Disclosure summary={words.refuse} open={failure !== undefined}>
        <Form action={`${path}/refusal`} errors={failure?.errors} values={failure?.values}>
          <Stack>
            <TextArea name="reason" label={words.refuseReason} rows={2} maxLength={500} required />
            <Button kind="secondary" size="small">
              {words.refuse}
            </Button>
          </Stack>
        </Form>
      </Disclosure>
    </Stack>
  );
}
