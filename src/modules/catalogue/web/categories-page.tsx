import { formatNumber } from '#platform/i18n';
import {
  Breadcrumbs,
  Chip,
  ChipRow,
  iconNamed,
  Icon,
  Link,
  PageHead,
  Panel,
  Stack,
  sitePaths,
  useReader,
  Wrap,
} from '#ui';
import { categoryPath } from '../catalogue-paths.ts';
import type { CategoryTree } from '../categories/categories.ts';
import { catalogueWords } from '../locales/index.ts';

/** Every category with how many services it holds. */
export function CategoriesPage(props: { tree: CategoryTree; counts: ReadonlyMap<string, number> }) {
  const reader = useReader();
  const words = catalogueWords(reader);
  const name = (entry: { nameAr: string; nameEn: string }) =>
    reader.locale === 'ar' ? entry.nameAr : entry.nameEn;
  const count = (key: string) => props.counts.get(key) ?? 0;
  return (
    <Wrap>
      <PageHead
        title={words.listing.allCategories}
        lead={words.listing.allCategoriesLead}
        crumbs={
          <Breadcrumbs
            items={[
              { label: words.home, href: sitePaths.home },
              { label: words.listing.allCategories },
            ]}
          />
        }
      />
      <Stack>
        {props.tree.groups.map((group) => (
          <Panel
            key={group.key}
            title={
              <>
                <Icon name={iconNamed(group.icon)} /> {name(group)}
              </>
            }
            action={
              <Link href={categoryPath(group.slug)}>
                {words.listing.services(count(group.key))}
              </Link>
            }
          >
            <ChipRow scroll={false}>
              {group.leaves.map((leaf) => (
                <Chip key={leaf.key} href={categoryPath(leaf.slug)}>
                  {words.listing.withCount(name(leaf), formatNumber(reader, count(leaf.key)))}
                </Chip>
              ))}
            </ChipRow>
          </Panel>
        ))}
      </Stack>
    </Wrap>
  );
}
