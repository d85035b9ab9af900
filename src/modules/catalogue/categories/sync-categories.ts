import { config } from '#config';
import { type Ctx, inTransaction } from '#platform/context';
import { sql } from 'kysely';
import { forgetCategories } from './categories.ts';

interface NamedCategory {
  readonly key: string;
  readonly ar: string;
  readonly en: string;
  readonly slugAr: string;
}

interface NamedGroup extends NamedCategory {
  readonly hue: number;
  readonly icon: string;
  readonly leaves: readonly NamedCategory[];
}

/**
 * Brings the stored tree to the operator's configuration (SPEC 2.1): new categories are added,
 * names, order and looks updated; none is removed, for services may stand in it. Run at each start.
 */
export async function syncCategories(
  ctx: Ctx,
  tree: readonly NamedGroup[] = config.categories,
): Promise<void> {
  const rows = tree.flatMap((group) => [
    rowOf(group, { group, groupKey: null }),
    ...group.leaves.map((leaf) => rowOf(leaf, { group, groupKey: group.key })),
  ]);
  const placed = rows.map((row, position) => ({ ...row, position }));
  await inTransaction(ctx, async (tx) => {
    // Groups come first in the list, so the reference of a leaf always finds its group.
    await sql`insert into catalogue.categories (key, group_key, name_ar, name_en, slug, hue, icon, position)
      select * from jsonb_to_recordset(${JSON.stringify(placed)}::jsonb)
        as row (key text, group_key text, name_ar text, name_en text, slug text, hue smallint, icon text, position smallint)
      on conflict (key) do update set group_key = excluded.group_key, name_ar = excluded.name_ar,
        name_en = excluded.name_en, slug = excluded.slug, hue = excluded.hue, icon = excluded.icon,
        position = excluded.position`.execute(tx.db);
  });
  forgetCategories(ctx);
}

function rowOf(category: NamedCategory, place: { group: NamedGroup; groupKey: string | null }) {
  return {
    key: category.key,
    group_key: place.groupKey,
    name_ar: category.ar,
    name_en: category.en,
    slug: category.slugAr,
    hue: place.group.hue,
    icon: place.group.icon,
  };
}
