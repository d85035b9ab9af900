import { Badge, Bdi, EmptyState, Link, Panel, useReader } from '#ui';
import { collectionPath } from '../collection-paths.ts';
import type { CollectionLine } from '../collection-store.ts';
import { collectionsWords } from '../locales/index.ts';

/** Collections by name, each a link to its page. */
export function CollectionLinks({ lines }: { lines: readonly CollectionLine[] }) {
  const reader = useReader();
  const words = collectionsWords(reader);
  if (lines.length === 0) {
    return <EmptyState title={words.house.empty}>{words.house.emptyText}</EmptyState>;
  }
  return (
    <ul class="card-grid">
      {lines.map((line) => (
        <li key={line.collectionId}>
          <Panel>
            <p>
              <Link href={collectionPath(line)}>
                <Bdi>{reader.locale === 'ar' ? line.titleAr : line.titleEn}</Bdi>
              </Link>
            </p>
            <p class="mute">
              <Badge tone="neutral">
                {words.house[line.kind === 'bundle' ? 'bundle' : 'editor']}
              </Badge>{' '}
              {words.size(line.size)}
            </p>
          </Panel>
        </li>
      ))}
    </ul>
  );
}
