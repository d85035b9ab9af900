import { Button } from '../actions/button.tsx';
import { Form } from '../actions/form.tsx';
import { Stack } from '../layout/page-parts.tsx';
import { RadioGroup } from './choice-group.tsx';
import type { FormState } from './form-state.tsx';
import { TextArea } from './text-area.tsx';

/** What staff decide of one case, with the reason that the people concerned read: `reason` and `outcome`. */
export function DecisionForm(props: {
  /** Of the case; several forms stand on one page. */
  id: string;
  action: string;
  words: { reason: string; outcome: string; decide: string };
  options: readonly { value: string; label: string }[];
  /** With which the form of this case came back. */
  refused: FormState | undefined;
}) {
  const { id, action, words, options, refused } = props;
  return (
    <Form action={action} errors={refused?.errors} values={refused?.values}>
      <Stack>
        <TextArea
          name="reason"
          id={`reason-${id}`}
          label={words.reason}
          required
          rows={2}
          maxLength={1_000}
        />
        <RadioGroup
          name="outcome"
          id={`outcome-${id}`}
          label={words.outcome}
          required
          options={options}
        />
        <Button kind="secondary">{words.decide}</Button>
      </Stack>
    </Form>
  );
}
