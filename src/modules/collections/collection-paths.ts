import { slugify } from '#platform/i18n';
import type { Collection } from './collection.ts';

/** A collection's public page. */
export function collectionPath({
  number,
  titleAr,
}: Pick<Collection, 'number' | 'titleAr'>): string {
  const slug = slugify(titleAr);
  return slug === '' ? `/collections/${number}` : `/collections/${number}-${slug}`;
}

/** Where its maker works on it. */
export function editPath({
  kind,
  collectionId,
}: Pick<Collection, 'kind' | 'collectionId'>): string {
  return kind === 'member'
    ? `/my/collections/${collectionId}`
    : `/staff/collections/${collectionId}`;
}
