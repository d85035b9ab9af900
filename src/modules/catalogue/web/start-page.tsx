import type { FormValues } from '#platform/http';
import {
  Button,
  ErrorSummary,
  Form,
  PageHead,
  Panel,
  Select,
  Stack,
  TextInput,
  useReader,
  Wrap,
} from '#ui';
import type { CategoryTree } from '../categories/categories.ts';
import { limits } from '../editing/service-limits.ts';
import { catalogueWords } from '../locales/index.ts';

/** Title and category: enough to keep a draft. */
export function StartPage(props: {
  tree: CategoryTree;
  errors?: Record<string, string>;
  values?: FormValues;
}) {
  const { start, editor } = catalogueWords(useReader());
  return (
    <Wrap narrow>
      <PageHead title={start.title} lead={start.lead} />
      <Panel>
        <Form action="/my/services" errors={props.errors} values={props.values}>
          <Stack>
            <ErrorSummary />
            <TextInput
              name="title"
              label={editor.fields.title}
              hint={editor.hints.title}
              required
              minLength={limits.titleFrom}
              maxLength={limits.titleTo}
            />
            <LeafSelect tree={props.tree} />
            <Button>{start.next}</Button>
          </Stack>
        </Form>
      </Panel>
    </Wrap>
  );
}

/** The category of a service, leaves under their groups. */
export function LeafSelect({ tree }: { tree: CategoryTree }) {
  const reader = useReader();
  const { start, editor } = catalogueWords(reader);
  const name = (entry: { nameAr: string; nameEn: string }) =>
    reader.locale === 'ar' ? entry.nameAr : entry.nameEn;
  return (
    <Select
      name="leaf"
      label={editor.fields.leaf}
      required
      placeholder={start.chooseLeaf}
      groups={tree.groups.map((group) => ({
        label: name(group),
        options: group.leaves.map((leaf) => ({ value: leaf.key, label: name(leaf) })),
      }))}
    />
  );
}
