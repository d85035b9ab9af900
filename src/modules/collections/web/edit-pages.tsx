import type { ServiceCardData } from '#catalogue';
import { formatNumber } from '#platform/i18n';
import {
  Badge,
  Bdi,
  Button,
  Checkbox,
  EmptyState,
  ErrorSummary,
  Form,
  Link,
  LinkButton,
  PageHead,
  Panel,
  PostButton,
  Row,
  Select,
  Stack,
  TextArea,
  TextInput,
  useReader,
  Wrap,
} from '#ui';
import { type CollectionKind, lengths, type WholeCollection } from '../collection.ts';
import { collectionPath, editPath } from '../collection-paths.ts';
import type { CollectionLine } from '../collection-store.ts';
import { collectionsWords } from '../locales/index.ts';

export interface Refused {
  errors?: Record<string, string>;
  values?: Record<string, string | string[]>;
  /** The form it is about, when not the texts'. */
  part?: 'items' | 'needs';
}

/** Collections of one maker, and the form of a new one. */
export function MakerPage(props: { lines: readonly CollectionLine[]; house: boolean } & Refused) {
  const reader = useReader();
  const words = collectionsWords(reader);
  const base = props.house ? '/staff/collections' : '/my/collections';
  return (
    <Wrap narrow>
      <PageHead
        title={props.house ? words.mine.house : words.mine.title}
        lead={props.house ? words.house.lead : words.mine.lead}
      />
      <Stack gap={6}>
        {props.lines.length === 0 && <EmptyState title={words.mine.emptyTitle} />}
        {props.lines.map((line) => (
          <p key={line.collectionId} class="row">
            <Link href={editPath(line)}>
              <Bdi>{reader.locale === 'ar' ? line.titleAr : line.titleEn}</Bdi>
            </Link>
            <Badge tone="neutral">{line.isPublic ? words.mine.public : words.mine.private}</Badge>
            <span class="mute">{words.size(line.size)}</span>
          </p>
        ))}
        <Panel title={words.mine.start}>
          <Form action={base} errors={props.errors} values={props.values}>
            <Stack>
              <ErrorSummary />
              {props.house && <KindSelect />}
              <Texts house={props.house} />
              <Button>{words.mine.startAct}</Button>
            </Stack>
          </Form>
        </Panel>
      </Stack>
    </Wrap>
  );
}

function KindSelect() {
  const words = collectionsWords(useReader());
  const kinds: Exclude<CollectionKind, 'member'>[] = ['editor', 'bundle'];
  return (
    <Select
      name="kind"
      label={words.editor.kind}
      required
      options={kinds.map((kind) => ({ value: kind, label: words.house[kind] }))}
    />
  );
}

function Texts({ house, of }: { house: boolean; of?: WholeCollection }) {
  const { editor, mine } = collectionsWords(useReader());
  return (
    <>
      <TextInput
        name="titleAr"
        label={editor.titleAr}
        required
        maxLength={lengths.title}
        value={of?.titleAr}
      />
      {house && (
        <TextInput
          name="titleEn"
          label={editor.titleEn}
          maxLength={lengths.title}
          value={of?.titleEn}
        />
      )}
      <TextArea
        name="noteAr"
        label={editor.noteAr}
        rows={2}
        maxLength={lengths.note}
        value={of?.noteAr}
      />
      {house && (
        <TextArea
          name="noteEn"
          label={editor.noteEn}
          rows={2}
          maxLength={lengths.note}
          value={of?.noteEn}
        />
      )}
      <Checkbox name="isPublic" label={mine.isPublic} checked={of?.isPublic} />
    </>
  );
}

/** Everything of one collection: its texts, its needs, its services in order. */
export function EditCollectionPage(
  props: {
    collection: WholeCollection;
    cards: ReadonlyMap<string, ServiceCardData>;
  } & Refused,
) {
  const { collection } = props;
  const reader = useReader();
  const words = collectionsWords(reader);
  const house = collection.kind !== 'member';
  const path = editPath(collection);
  const { errors, values, part } = props;
  const typed = { errors, values };
  return (
    <Wrap narrow>
      <PageHead
        title={<Bdi>{reader.locale === 'ar' ? collection.titleAr : collection.titleEn}</Bdi>}
        actions={
          <LinkButton kind="quiet" href={collectionPath(collection)}>
            {words.editor.open}
          </LinkButton>
        }
      />
      <Stack gap={6}>
        {collection.kind === 'bundle' && (
          <Needs {...{ collection, path }} typed={part === 'needs' ? typed : {}} />
        )}
        <Items
          {...{ collection, path }}
          cards={props.cards}
          typed={part === 'items' ? typed : {}}
        />
        <Panel>
          <Form action={path} {...(part ? {} : typed)}>
            <Stack>
              <ErrorSummary />
              <Texts house={house} of={collection} />
              <Button kind="secondary">{words.editor.save}</Button>
            </Stack>
          </Form>
        </Panel>
        <PostButton kind="danger" action={`${path}/removal`}>
          {words.editor.remove}
        </PostButton>
      </Stack>
    </Wrap>
  );
}

interface PartProps {
  collection: WholeCollection;
  path: string;
  /** What was typed into its form and refused. */
  typed: Pick<Refused, 'errors' | 'values'>;
}

function Items(props: PartProps & { cards: ReadonlyMap<string, ServiceCardData> }) {
  const { collection, path, cards } = props;
  const reader = useReader();
  const words = collectionsWords(reader).editor;
  return (
    <Panel title={words.items}>
      <Stack>
        {collection.items.map(({ serviceId, note }, index) => {
          const title = cards.get(serviceId)?.title ?? words.gone;
          const fields = { service: serviceId };
          return (
            <Row key={serviceId}>
              <span>
                {formatNumber(reader, index + 1)}. <Bdi>{title}</Bdi>
                {note !== '' && (
                  <small class="mute">
                    {' '}
                    <bdi>{note}</bdi>
                  </small>
                )}
              </span>
              <PostButton
                kind="quiet"
                size="small"
                icon="trending-up"
                action={`${path}/items/up`}
                fields={fields}
                aria-label={words.up(title)}
              />
              <PostButton
                kind="quiet"
                size="small"
                icon="x"
                action={`${path}/items/removal`}
                fields={fields}
                aria-label={words.takeOut(title)}
              />
            </Row>
          );
        })}
        <Form action={`${path}/items`} {...props.typed}>
          <Stack>
            <ErrorSummary />
            <TextInput name="service" label={words.number} required dir="ltr" />
            {collection.needs.length > 0 && (
              <Select
                name="need"
                label={words.need}
                options={[
                  { value: '', label: words.noNeed },
                  ...collection.needs.map((need) => ({
                    value: need.needId,
                    label: reader.locale === 'ar' ? need.titleAr : need.titleEn,
                  })),
                ]}
              />
            )}
            <TextInput name="note" label={words.note} maxLength={lengths.itemNote} />
            <Button>{words.addItem}</Button>
          </Stack>
        </Form>
      </Stack>
    </Panel>
  );
}

function Needs({ collection, path, typed }: PartProps) {
  const reader = useReader();
  const words = collectionsWords(reader).editor;
  return (
    <Panel title={words.needs}>
      <Stack>
        {collection.needs.map((need) => {
          const title = reader.locale === 'ar' ? need.titleAr : need.titleEn;
          return (
            <Row key={need.needId}>
              <Bdi>{title}</Bdi>
              <PostButton
                kind="quiet"
                size="small"
                icon="x"
                action={`${path}/needs/removal`}
                fields={{ need: need.needId }}
                aria-label={words.removeNeed(title)}
              />
            </Row>
          );
        })}
        <Form action={`${path}/needs`} {...typed}>
          <Stack>
            <ErrorSummary />
            <TextInput name="needAr" label={words.titleAr} required maxLength={lengths.title} />
            <TextInput name="needEn" label={words.titleEn} maxLength={lengths.title} />
            <Button kind="secondary">{words.addNeed}</Button>
          </Stack>
        </Form>
      </Stack>
    </Panel>
  );
}
