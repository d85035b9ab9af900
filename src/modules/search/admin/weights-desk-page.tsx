import { formatPercent } from '#platform/i18n';
import {
  Button,
  ErrorSummary,
  fieldId,
  Form,
  Link,
  PageHead,
  Panel,
  Stack,
  TextArea,
  TextInput,
  useReader,
  Wrap,
} from '#ui';
import { searchWords } from '../locales/index.ts';
import { formulaParts } from '../ranking/formula.ts';
import type { PublishedFormula } from '../ranking/published-formula.ts';
import { helpPaths, weightsPath } from '../search-paths.ts';
import type { Refused } from './proposals.tsx';

const percents = (share: number) => String(Math.round(share * 10_000) / 100);

/** The weights as they are and are wished, and a form for another wish. */
export function WeightsDeskPage({
  formula,
  errors,
  values,
}: Refused & { formula: PublishedFormula }) {
  const reader = useReader();
  const all = searchWords(reader);
  const words = all.weightsDesk;
  return (
    <Wrap narrow>
      <PageHead title={words.title} lead={words.lead} />
      <Stack gap={4}>
        <Panel>
          <Form action={weightsPath} errors={errors} values={values}>
            <Stack>
              <ErrorSummary ids={{ weights: fieldId(formulaParts[0]) }} />
              {formula.parts.map(({ part, weight, wished }) => (
                <TextInput
                  key={part}
                  name={part}
                  label={words.share(all.ranking.parts[part])}
                  hint={words.now(formatPercent(reader, weight, 1))}
                  value={percents(wished)}
                  inputMode="decimal"
                  dir="ltr"
                  maxLength={8}
                  required
                />
              ))}
              <TextArea
                name="reason"
                label={words.reason}
                hint={words.reasonHint}
                rows={3}
                maxLength={500}
                required
              />
              <div>
                <Button>{words.send}</Button>
              </div>
            </Stack>
          </Form>
        </Panel>
        <p>
          <Link href={helpPaths.ranking}>{words.log}</Link>
        </p>
      </Stack>
    </Wrap>
  );
}
