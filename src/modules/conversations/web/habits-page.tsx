import {
  Button,
  ErrorSummary,
  Form,
  LinkButton,
  PageHead,
  Panel,
  PostButton,
  Row,
  Stack,
  TextArea,
  TextInput,
  usePage,
  UserText,
  Wrap,
} from '#ui';
import { talkPaths } from '../conversation-paths.ts';
import type { QuickReply } from '../habits/habit-store.ts';
import { conversationsWords } from '../locales/index.ts';

type Values = Record<string, string | string[]>;

export interface HabitsPageProps {
  /** The texts that stand, the day of return as the member's calendar has it. */
  habits: { automaticReply: string; awayReply: string; awayUntil: string };
  replies: readonly QuickReply[];
  failure?: { form: 'habits' | 'quick'; errors: Record<string, string>; values: Values };
}

/** What is said for a member, and what they say often. */
export function HabitsPage(props: HabitsPageProps) {
  const words = conversationsWords(usePage().reader).habits;
  return (
    <Wrap narrow>
      <PageHead
        title={words.title}
        actions={
          <LinkButton kind="quiet" href={talkPaths.list}>
            {words.back}
          </LinkButton>
        }
      />
      <Stack gap={6}>
        <AutomaticForm {...props} />
        <QuickPanel {...props} />
      </Stack>
    </Wrap>
  );
}

function AutomaticForm({ habits, failure }: HabitsPageProps) {
  const words = conversationsWords(usePage().reader).habits;
  const refused = failure?.form === 'habits' ? failure : undefined;
  return (
    <Panel title={words.automatic}>
      <Form action={talkPaths.habits} errors={refused?.errors} values={refused?.values}>
        <Stack>
          {refused && <ErrorSummary />}
          <TextArea
            name="automaticReply"
            label={words.automaticText}
            hint={words.automaticHint}
            rows={3}
            maxLength={1000}
            value={habits.automaticReply}
          />
          <h3>{words.away}</h3>
          <TextInput
            name="awayUntil"
            type="date"
            dir="ltr"
            label={words.awayUntil}
            hint={words.awayHint}
            value={habits.awayUntil}
          />
          <TextArea
            name="awayReply"
            label={words.awayText}
            rows={3}
            maxLength={1000}
            value={habits.awayReply}
          />
          <Row>
            <Button>{words.saveAll}</Button>
          </Row>
        </Stack>
      </Form>
    </Panel>
  );
}

function QuickPanel({ replies, failure }: HabitsPageProps) {
  const words = conversationsWords(usePage().reader).habits;
  const refused = failure?.form === 'quick' ? failure : undefined;
  return (
    <Panel title={words.quick}>
      <Stack>
        <p class="mute">{replies.length === 0 ? words.noQuick : words.quickLead}</p>
        {replies.map(({ replyId, body }) => (
          <Row key={replyId} between>
            <UserText text={body} />
            <PostButton
              kind="quiet"
              size="small"
              action={talkPaths.removal(replyId)}
              aria-label={words.removeOne(body.slice(0, 60))}
            >
              {words.remove}
            </PostButton>
          </Row>
        ))}
        <Form action={talkPaths.quickReplies} errors={refused?.errors} values={refused?.values}>
          <Stack>
            {refused && <ErrorSummary />}
            <TextArea name="body" label={words.newQuick} rows={2} maxLength={1000} required />
            <Row>
              <Button kind="secondary">{words.save}</Button>
            </Row>
          </Stack>
        </Form>
      </Stack>
    </Panel>
  );
}
