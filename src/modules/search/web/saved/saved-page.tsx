import { formatNumber } from '#platform/i18n';
import {
  Badge,
  Banner,
  Bdi,
  Button,
  DateTime,
  EmptyState,
  Form,
  Link,
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
import { searchWords } from '../../locales/index.ts';
import { longestName, mostSaved, type SavedSearch } from '../../saved/saved-search.ts';
import { savedSearchPath } from '../../search-paths.ts';

/** A name that was refused: whose, what was typed, why. */
export interface RefusedName {
  savedId: string;
  given: string;
  code: 'required' | 'too-long';
}

interface SavedPageProps {
  list: readonly SavedSearch[];
  refused: RefusedName | undefined;
  refusedAddress: boolean | undefined;
}

/** The member's saved searches: open, rename, letters on or off, delete. */
export function SavedPage({ list, refused, refusedAddress }: SavedPageProps) {
  const reader = useReader();
  const words = searchWords(reader).saved;
  return (
    <Wrap narrow>
      <PageHead
        title={words.title}
        lead={
          list.length === 0 ? undefined : (
            <>
              {words.count(list.length, formatNumber(reader, mostSaved))}. {words.lead}
            </>
          )
        }
      />
      <Stack>
        {refusedAddress && <Banner tone="danger">{words.problems.question}</Banner>}
        {list.length === 0 ? (
          <EmptyState
            title={words.emptyTitle}
            action={<LinkButton href="/search">{words.emptyAction}</LinkButton>}
          >
            {words.emptyText}
          </EmptyState>
        ) : (
          list.map((saved) => (
            <SavedCard
              key={saved.savedId}
              saved={saved}
              refused={refused?.savedId === saved.savedId ? refused : undefined}
            />
          ))
        )}
      </Stack>
    </Wrap>
  );
}

function SavedCard({ saved, refused }: { saved: SavedSearch; refused: RefusedName | undefined }) {
  const words = searchWords(useReader()).saved;
  const path = savedSearchPath(saved.savedId);
  return (
    <Panel>
      <Stack>
        <Row between>
          <h2>
            <Link href={saved.address}>
              <Bdi>{saved.name}</Bdi>
            </Link>
          </h2>
          <Badge tone={saved.alerts ? 'good' : 'neutral'}>
            {saved.alerts ? words.alertsOn : words.alertsOff}
          </Badge>
        </Row>
        <p class="mute">
          {words.savedAt} <DateTime at={saved.savedAt} style="relative" />
        </p>
        <Row>
          <LinkButton kind="secondary" size="small" href={saved.address}>
            {words.open}
          </LinkButton>
          <PostButton
            kind="secondary"
            size="small"
            action={`${path}/alerts`}
            fields={{ alerts: saved.alerts ? 'off' : 'on' }}
          >
            {saved.alerts ? words.turnOff : words.turnOn}
          </PostButton>
          <PostButton kind="danger" size="small" action={`${path}/deletion`}>
            {words.remove}
          </PostButton>
        </Row>
        <details open={refused !== undefined}>
          <summary>{words.rename}</summary>
          <Form
            action={path}
            errors={refused && { name: words.problems[refused.code] }}
            values={refused && { name: refused.given }}
          >
            <Stack gap={2}>
              <TextInput
                id={`name-${saved.savedId}`}
                name="name"
                label={words.name}
                value={saved.name}
                maxLength={longestName}
                required
              />
              <Row>
                <Button kind="secondary">{words.rename}</Button>
              </Row>
            </Stack>
          </Form>
        </details>
      </Stack>
    </Panel>
  );
}
