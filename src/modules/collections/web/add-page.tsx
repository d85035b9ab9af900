import {
  Bdi,
  Button,
  EmptyState,
  Form,
  Link,
  LinkButton,
  PageHead,
  Select,
  Stack,
  TextInput,
  useReader,
  Wrap,
} from '#ui';
import { lengths } from '../collection.ts';
import type { CollectionLine } from '../collection-store.ts';
import { collectionsWords } from '../locales/index.ts';

/** Chooses a collection for a service. */
export function AddPage(props: {
  service: { number: number; title: string; path: string };
  lines: readonly CollectionLine[];
}) {
  const { service, lines } = props;
  const { add, editor, mine } = collectionsWords(useReader());
  return (
    <Wrap narrow>
      <PageHead title={add.title} lead={<Bdi>{service.title}</Bdi>} />
      <Stack gap={6}>
        {lines.length === 0 ? (
          <EmptyState
            title={add.none}
            action={<LinkButton href="/my/collections">{mine.start}</LinkButton>}
          />
        ) : (
          <Form action="/my/collections/additions">
            <Stack>
              <input type="hidden" name="service" value={String(service.number)} />
              <Select
                name="collection"
                label={add.choose}
                required
                options={lines.map((line) => ({ value: line.collectionId, label: line.titleAr }))}
              />
              <TextInput name="note" label={editor.note} maxLength={lengths.itemNote} />
              <Button>{add.act}</Button>
            </Stack>
          </Form>
        )}
        <Link href={service.path}>{add.back}</Link>
      </Stack>
    </Wrap>
  );
}
