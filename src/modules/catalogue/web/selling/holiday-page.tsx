import {
  Banner,
  Button,
  DateTime,
  ErrorSummary,
  Form,
  LinkButton,
  PageHead,
  Panel,
  PostButton,
  Row,
  Stack,
  TextInput,
  useReader,
  Wrap,
} from '#ui';
import type { Holiday } from '../../holidays/holiday-store.ts';
import { catalogueWords } from '../../locales/index.ts';

/** Going away, moving the return, coming back early. */
export function HolidayPage(props: {
  holiday: Holiday | undefined;
  /** First and last day that can be chosen, ISO. */
  bounds: { from: string; to: string };
  errors?: Record<string, string>;
  values?: Record<string, string>;
}) {
  const { holiday, bounds, errors, values } = props;
  const words = catalogueWords(useReader()).holiday;
  return (
    <Wrap narrow>
      <PageHead
        title={words.title}
        lead={words.lead}
        actions={
          <LinkButton kind="quiet" href="/my/services">
            {words.back}
          </LinkButton>
        }
      />
      <Stack gap={6}>
        {holiday && (
          <Banner
            tone="warn"
            title={words.awayNow}
            action={
              <PostButton kind="secondary" action="/my/holiday/end">
                {words.end}
              </PostButton>
            }
          >
            {words.until} <DateTime at={holiday.returnsAt} style="dateTime" />
          </Banner>
        )}
        <Panel title={holiday ? words.move : words.start}>
          <Form action="/my/holiday" errors={errors} values={values}>
            <Stack>
              <ErrorSummary />
              <TextInput
                name="returnsOn"
                type="date"
                dir="ltr"
                label={words.returnsOn}
                hint={words.returnsHint}
                required
                min={bounds.from}
                max={bounds.to}
              />
              <Row>
                <Button>{holiday ? words.moveAct : words.startAct}</Button>
              </Row>
            </Stack>
          </Form>
        </Panel>
      </Stack>
    </Wrap>
  );
}
