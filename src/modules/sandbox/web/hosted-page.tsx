import {
  Banner,
  Button,
  DetailList,
  EmptyState,
  Form,
  LinkButton,
  Money,
  PageHead,
  Panel,
  RadioGroup,
  Stack,
  TextInput,
  useReader,
  Wrap,
} from '#ui';
import { type Charge, deliveries, outcomes } from '../charge.ts';
import { sandboxWords } from '../locales/index.ts';

function Amount({ charge }: { charge: Charge }) {
  const words = sandboxWords(useReader());
  return (
    <DetailList
      items={[
        { label: words.payTo, value: <bdi>{charge.description}</bdi> },
        { label: words.amount, value: <Money amountMinor={charge.amountMinor} />, total: true },
      ]}
    />
  );
}

/** The page a payer is sent to: what should happen, and how the site hears of it. */
export function HostedPage({ charge }: { charge: Charge }) {
  const words = sandboxWords(useReader());
  const pick = (names: readonly string[], labels: Record<string, string>) =>
    names.map((value) => ({ value, label: labels[value] ?? value }));
  return (
    <Wrap narrow>
      <PageHead title={words.title} />
      <Stack>
        <Banner tone="warn">{words.warning}</Banner>
        <Panel>
          <Stack>
            <Amount charge={charge} />
            <Form action={`/sandbox/pay/${charge.chargeId}`}>
              <Stack>
                <RadioGroup
                  name="outcome"
                  label={words.outcome}
                  options={pick(outcomes, words.outcomes)}
                  value="success"
                  required
                />
                <RadioGroup
                  name="delivery"
                  label={words.delivery}
                  options={pick(deliveries, words.deliveries)}
                  value="now"
                  required
                />
                <Button block>{words.pay}</Button>
                <Button block kind="secondary" name="closed" value="yes">
                  {words.payAndClose}
                </Button>
                <LinkButton block kind="quiet" href={charge.returnUrl}>
                  {words.back}
                </LinkButton>
              </Stack>
            </Form>
          </Stack>
        </Panel>
      </Stack>
    </Wrap>
  );
}

/** The bank's step in between. */
export function ThreeDSecurePage(props: { charge: Charge; delivery: string; wrong?: boolean }) {
  const words = sandboxWords(useReader());
  const { charge, delivery, wrong } = props;
  return (
    <Wrap narrow>
      <PageHead title={words.secureTitle} lead={words.secureText} />
      <Panel>
        <Stack>
          <Amount charge={charge} />
          <Form
            action={`/sandbox/pay/${charge.chargeId}/confirmation`}
            errors={wrong ? { code: words.codeWrong } : undefined}
          >
            <Stack>
              <input type="hidden" name="delivery" value={delivery} />
              <TextInput
                name="code"
                label={words.code}
                inputMode="numeric"
                autocomplete="one-time-code"
                required
              />
              <Button block>{words.confirm}</Button>
              <Button block kind="danger" name="refused" value="yes">
                {words.decline}
              </Button>
            </Stack>
          </Form>
        </Stack>
      </Panel>
    </Wrap>
  );
}

/** The charge is decided; or the payer asked to be left standing here. */
export function DecidedPage({ charge, closed }: { charge: Charge; closed?: boolean }) {
  const words = sandboxWords(useReader());
  return (
    <Wrap narrow>
      <EmptyState
        level={1}
        title={closed ? words.closedTitle : words.decidedTitle}
        action={
          closed ? undefined : <LinkButton href={charge.returnUrl}>{words.return}</LinkButton>
        }
      >
        <p>{closed ? words.closedText : words.decidedText}</p>
      </EmptyState>
    </Wrap>
  );
}
