import { type Level, levels } from '#trust';
import { levelName } from '#trust/ui';
import { Button, ErrorSummary, Form, Panel, Select, Stack, TextArea, useReader } from '#ui';
import { identityPaths } from '../identity-paths.ts';
import { identityWords } from '../locales/index.ts';
import type { RefusedForm } from './members.forms.ts';

/** Sets a member's level, with the reason kept. */
export function LevelForm(props: {
  memberId: string;
  level: Level;
  refused: RefusedForm | undefined;
}) {
  const reader = useReader();
  const { staff } = identityWords(reader);
  const own = props.refused?.form === 'level' ? props.refused : undefined;
  const options = levels.map((value) => ({ value, label: levelName(reader, value) }));
  return (
    <Panel title={staff.level} id="level">
      <Form
        action={identityPaths.staffStanding(props.memberId)}
        errors={own?.errors}
        values={own?.values}
      >
        <Stack>
          <ErrorSummary />
          <Select
            name="level"
            label={staff.newLevel}
            options={options}
            value={props.level}
            required
          />
          <TextArea
            name="levelReason"
            label={staff.levelReason}
            hint={staff.reasonHint}
            rows={2}
            maxLength={500}
            required
          />
          <Button kind="secondary">{staff.saveLevel}</Button>
        </Stack>
      </Form>
    </Panel>
  );
}
