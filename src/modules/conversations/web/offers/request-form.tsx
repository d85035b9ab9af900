import type { MemberCard } from '#identity';
import { formatMoney } from '#platform/i18n';
import {
  Banner,
  Button,
  ErrorSummary,
  Form,
  MoneyInput,
  Panel,
  Stack,
  TextArea,
  TextInput,
  usePage,
  Wrap,
} from '#ui';
import { talkPaths } from '../../conversation-paths.ts';
import { OfferHead, type Refused, useOfferWords } from './offer-head.tsx';

export interface RequestFormProps extends Refused {
  conversationId: string;
  other: MemberCard;
  price: { minMinor: bigint; maxMinor: bigint };
}

/** The buyer says what they need. */
export function RequestFormPage(props: RequestFormProps) {
  const { reader } = usePage();
  const words = useOfferWords();
  const { conversationId, other, price } = props;
  return (
    <Wrap narrow>
      <OfferHead
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
