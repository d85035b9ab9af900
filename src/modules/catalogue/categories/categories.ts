import type { Ctx } from '#platform/context';
import { LRUCache } from 'lru-cache';
import type pg from 'pg';

/** A second-level category: services are in these. */
export interface CategoryLeaf {
  key: string;
  nameAr: string;
  nameEn: string;
  slug: string;
  groupKey: string;
}

/** A first-level category. `hue` colours its covers, `icon` is a Lucide name. */
export interface CategoryGroup {
  key: string;
  nameAr: string;
  nameEn: string;
  slug: string;
  hue: number;
  icon: string;
  leaves: CategoryLeaf[];
}

/** The whole tree with its look-ups. */
export interface CategoryTree {
  groups: readonly CategoryGroup[];
  groupOf(key: string): CategoryGroup | undefined;
  leafOf(key: string): CategoryLeaf | undefined;
  /** A group or leaf by its slug or its key. */
  bySlug(slug: string): { group: CategoryGroup; leaf?: CategoryLeaf } | undefined;
}

interface CategoryRow {
  key: string;
  group_key: string | null;
  name_ar: string;
  name_en: string;
  slug: string;
  hue: number;
  icon: string;
}

// The tree changes when an operator edits it; every process sees that within seconds.
const TTL_MS = 10_000;
const known = new WeakMap<pg.Pool, LRUCache<'tree', CategoryTree>>();

/** The category tree in the operator's order (SPEC 2.1), at most ten seconds old. */
export async function categories(ctx: Ctx): Promise<CategoryTree> {
  const memory = known.get(ctx.pool) ?? new LRUCache<'tree', CategoryTree>({ max: 1, ttl: TTL_MS });
  known.set(ctx.pool, memory);
  const tree = memory.get('tree');
  if (tree) return tree;
  const { rows } = await ctx.pool.query<CategoryRow>({
    name: 'catalogue-categories',
    text: `select key, group_key, name_ar, name_en, slug, hue, icon
      from catalogue.categories order by position, key`,
  });
  const fresh = treeOf(rows);
  // An empty tree is not remembered: the first start is about to fill it.
  if (rows.length > 0) memory.set('tree', fresh);
  return fresh;
}

/** Forgets the tree that this process remembers. */
export function forgetCategories(ctx: Ctx): void {
  known.delete(ctx.pool);
}

function treeOf(rows: readonly CategoryRow[]): CategoryTree {
  const groups = rows.filter((row) => row.group_key === null).map((row) => groupOfRow(row, rows));
  const groupsByKey = new Map(groups.map((group) => [group.key, group]));
  const leaves = groups.flatMap((group) => group.leaves);
  const leavesByKey = new Map(leaves.map((leaf) => [leaf.key, leaf]));
  const groupsBySlug = new Map(
    groups.flatMap((group) => names(group).map((name) => [name, group])),
  );
  const leavesBySlug = new Map(leaves.flatMap((leaf) => names(leaf).map((name) => [name, leaf])));
  return {
    groups,
    groupOf: (key) => groupsByKey.get(key),
    leafOf: (key) => leavesByKey.get(key),
    bySlug(slug) {
      const leaf = leavesBySlug.get(slug);
      const group = leaf ? groupsByKey.get(leaf.groupKey) : groupsBySlug.get(slug);
      return group && { group, leaf };
    },
  };
}

function names(category: { key: string; slug: string }): string[] {
  return [category.slug, category.key];
}

function groupOfRow(row: CategoryRow, rows: readonly CategoryRow[]): CategoryGroup {
  return {
    key: row.key,
    nameAr: row.name_ar,
    nameEn: row.name_en,
    slug: row.slug,
    hue: row.hue,
    icon: row.icon,
    leaves: rows
      .filter((leaf) => leaf.group_key === row.key)
      .map((leaf) => ({
        key: leaf.key,
        nameAr: leaf.name_ar,
        nameEn: leaf.name_en,
        slug: leaf.slug,
        groupKey: row.key,
      })),
  };
}
