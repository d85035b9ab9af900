import {
  Button,
  ErrorSummary,
  FileDrop,
  Form,
  RadioGroup,
  Row,
  Stack,
  TextArea,
  usePage,
} from '#ui';
import { ordersWords } from '../locales/index.ts';
import { orderPath } from '../order-paths.ts';
import type { OrderQuestion } from '../order-row.ts';
import { failureOf, type RoomView } from './room-view.ts';

const FILE_LIMIT_BYTES = 50 * 1024 * 1024;
const MAX_TEXT = 5_000;

const useWords = () => ordersWords(usePage().reader);

/** The service's questions to the buyer, and a free note. */
export function RequirementsForm({ view }: { view: RoomView }) {
  const page = usePage();
  const words = useWords().forms;
  const failure = failureOf(view, 'requirements');
  const { questions } = view.order;
  const free = questions.length === 0;
  const draft = page.href(`${orderPath(view.order.orderId)}/requirements-draft`);
  return (
    <Form
      action={`${orderPath(view.order.orderId)}/requirements`}
      idempotencyKey={`requirements-${view.key}`}
      errors={failure?.errors}
      values={failure?.values ?? view.draft}
      multipart
      island="keep-draft"
      data-draft={draft}
      aria-label={words.requirements}
    >
      <Stack>
        <ErrorSummary />
        {questions.map((question) => (
          <QuestionField key={question.questionId} question={question} />
        ))}
        <TextArea
          name="note"
          label={free ? words.tellSeller : words.anythingElse}
          hint={free ? words.tellSellerHint : undefined}
          required={free}
          maxLength={MAX_TEXT}
        />
        <Row>
          <Button>{words.sendRequirements}</Button>
          <Button kind="quiet" formAction={draft} formNoValidate>
            {words.keepDraft}
          </Button>
        </Row>
        <p class="mute" role="status" data-draft-note={words.draftKept} />
      </Stack>
    </Form>
  );
}

function QuestionField({ question }: { question: OrderQuestion }) {
  const words = useWords().forms;
  const name = `q-${question.questionId}`;
  const { label, required } = question;
  if (question.kind === 'choice') {
    const options = (question.choices ?? []).map((choice) => ({ value: choice, label: choice }));
    return <RadioGroup name={name} label={label} required={required} options={options} />;
  }
  if (question.kind === 'file') {
    return (
      <FileDrop
        name={name}
        label={label}
        required={required}
        hint={words.filesHint}
        multiple
        maxBytes={FILE_LIMIT_BYTES}
      />
    );
  }
  return <TextArea name={name} label={label} required={required} maxLength={MAX_TEXT} />;
}
