import { formatMoney, formatNumber } from '#platform/i18n';
import {
  Button,
  Checkbox,
  Disclosure,
  ErrorSummary,
  FileDrop,
  Form,
  PostButton,
  Row,
  Stack,
  TextArea,
  TextInput,
  usePage,
} from '#ui';
import { ordersWords } from '../locales/index.ts';
import { orderPath } from '../order-paths.ts';
import { failureOf, type RoomView } from './room-view.ts';

const FILE_LIMIT_BYTES = 50 * 1024 * 1024;
const MAX_TEXT = 5_000;
const MAX_AI_NOTE = 300;

interface ViewProps {
  view: RoomView;
}

const useWords = () => ordersWords(usePage().reader);
const pathOf = (view: RoomView, noun: string) => `${orderPath(view.order.orderId)}/${noun}`;

/** Handing the work in, all of it or a part: note, files, AI use. */
function WorkForm({ view, part }: ViewProps & { part: boolean }) {
  const words = useWords().forms;
  const form = part ? 'part' : 'delivery';
  const failure = failureOf(view, form);
  const ids = {
    note: `${form}-note`,
    files: `${form}-files`,
    aiUsed: `${form}-ai-used`,
    aiNote: `${form}-ai-note`,
  };
  const label = part ? words.deliverPart : words.deliver;
  return (
    <Form
      action={pathOf(view, part ? 'part-deliveries' : 'deliveries')}
      idempotencyKey={`${form}-${view.key}`}
      errors={failure?.errors}
      values={failure?.values}
      multipart
      aria-label={label}
    >
      <Stack>
        <ErrorSummary ids={ids} />
        <TextArea
          name="note"
          id={ids.note}
          label={part ? words.partNote : words.deliveryNote}
          hint={part ? undefined : words.deliveryNoteHint}
          required
          maxLength={MAX_TEXT}
        />
        <FileDrop
          name="files"
          id={ids.files}
          label={words.deliveryFiles}
          hint={words.deliveryFilesHint}
          multiple
          maxBytes={FILE_LIMIT_BYTES}
        />
        <Checkbox name="aiUsed" id={ids.aiUsed} label={words.aiUsed} />
        <TextInput
          name="aiNote"
          id={ids.aiNote}
          label={words.aiNote}
          hint={words.aiNoteHint}
          maxLength={MAX_AI_NOTE}
        />
        <Button icon="package" kind={part ? 'secondary' : 'primary'}>
          {label}
        </Button>
      </Stack>
    </Form>
  );
}

/** Handing the work in; a part of it stands behind a fold. */
export function DeliveryForm({ view }: ViewProps) {
  const { forms: words, parts } = useWords();
  const left = view.rules.partsAtMost - view.order.partsDelivered;
  return (
    <Stack>
      <WorkForm view={view} part={false} />
      {view.can.has('deliver_part') && (
        <Disclosure summary={words.deliverPartOnly} open={failureOf(view, 'part') !== undefined}>
          <Stack>
            <p class="mute">{words.deliverPartText(parts(left))}</p>
            <WorkForm view={view} part />
          </Stack>
        </Disclosure>
      )}
    </Stack>
  );
}

/** The buyer's answers to a delivery: accept, ask for a change, take more time. */
export function AcceptForms({ view }: ViewProps) {
  const { reader } = usePage();
  const all = useWords();
  const words = all.forms;
  const { order, can, rules } = view;
  const failure = failureOf(view, 'change');
  const left = order.changesIncluded - order.changesUsed;
  return (
    <Stack>
      <p>{words.acceptHint(formatMoney(reader, order.priceMinor))}</p>
      <PostButton
        action={pathOf(view, 'acceptance')}
        idempotencyKey={`accept-${view.key}`}
        icon="circle-check"
      >
        {words.accept}
      </PostButton>
      {can.has('ask_change') && (
        <Disclosure summary={words.askChange} open={failure !== undefined}>
          <Form
            action={pathOf(view, 'change-requests')}
            idempotencyKey={`change-${view.key}`}
            errors={failure?.errors}
            values={failure?.values}
            aria-label={words.askChange}
          >
            <Stack>
              <p class="mute">{words.askChangeLeft(all.changes(left))}</p>
              <TextArea
                name="body"
                id="change-body"
                label={words.changeBody}
                required
                maxLength={MAX_TEXT}
              />
              <Button kind="secondary">{words.sendChange}</Button>
            </Stack>
          </Form>
        </Disclosure>
      )}
      {left === 0 && <p class="mute">{all.additions.changesUsedUp}</p>}
      {can.has('prolong') && (
        <PostButton
          action={pathOf(view, 'prolongation')}
          idempotencyKey={`prolong-${view.key}`}
          kind="quiet"
          icon="clock"
        >
          {words.prolong(formatNumber(reader, rules.acceptance.prolongHours))}
        </PostButton>
      )}
    </Stack>
  );
}

/** Cancelling alone, with its consequence beside it. */
export function CancelForm({ view }: ViewProps) {
  const words = useWords().forms;
  return (
    <Disclosure summary={words.cancel}>
      <Stack>
        <p>{words.cancelText}</p>
        <PostButton
          action={pathOf(view, 'cancellation')}
          idempotencyKey={`cancel-${view.key}`}
          kind="danger"
        >
          {words.cancel}
        </PostButton>
      </Stack>
    </Disclosure>
  );
}

/** The buyer's answer to a question for more time. */
export function AnswerExtensionForm({ view }: ViewProps) {
  const words = useWords().forms;
  const action = pathOf(view, 'extension-answer');
  return (
    <Row>
      <PostButton
        action={action}
        fields={{ agreed: 'yes' }}
        idempotencyKey={`extension-yes-${view.key}`}
        kind="secondary"
      >
        {words.agreeExtension}
      </PostButton>
      <PostButton
        action={action}
        fields={{ agreed: 'no' }}
        idempotencyKey={`extension-no-${view.key}`}
        kind="quiet"
      >
        {words.refuseExtension}
      </PostButton>
    </Row>
  );
}

/** The answer to a question to cancel, or taking one's own back. */
export function AnswerCancellationForm({ view, mine }: ViewProps & { mine: boolean }) {
  const words = useWords().forms;
  if (mine) {
    return (
      <PostButton
        action={pathOf(view, 'cancellation-withdrawal')}
        idempotencyKey={`withdraw-${view.key}`}
        kind="secondary"
      >
        {words.withdrawCancellation}
      </PostButton>
    );
  }
  const action = pathOf(view, 'cancellation-answer');
  return (
    <Row>
      <PostButton
        action={action}
        fields={{ agreed: 'no' }}
        idempotencyKey={`cancellation-no-${view.key}`}
        kind="secondary"
      >
        {words.refuseCancellation}
      </PostButton>
      <PostButton
        action={action}
        fields={{ agreed: 'yes' }}
        idempotencyKey={`cancellation-yes-${view.key}`}
        kind="danger"
      >
        {words.agreeCancellation}
      </PostButton>
    </Row>
  );
}
