import { OFFER_DAYS, type OrderRequest } from '#checkout';
import type { MemberCard } from '#identity';
import { formatMoney } from '#platform/i18n';
import {
  Banner,
  Button,
  Checkbox,
  ErrorSummary,
  Form,
  MoneyInput,
  Panel,
  Select,
  Stack,
  TextArea,
  TextInput,
  usePage,
  UserText,
  Wrap,
} from '#ui';
import { talkPaths } from '../../conversation-paths.ts';
import { OfferHead, type Refused, useOfferWords } from './offer-head.tsx';

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
  const words = useOfferWords();
  const { conversationId, other, request } = props;
  return (
    <Wrap narrow>
      <OfferHead
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
              <Terms {...props} />
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

/** What is offered: title, scope, price, days, changes, and how long it stands. */
function Terms({ request, price, start }: OfferFormProps) {
  const { reader } = usePage();
  const words = useOfferWords();
  return (
    <>
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
    </>
  );
}
