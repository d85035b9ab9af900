import { slugify } from '#platform/i18n';

/** The page of a service: its number and its title's slug (`/services/412-تصميم-شعار`). */
export function servicePath(number: number, title: string): string {
  const slug = slugify(title);
  return slug === '' ? `/services/${number}` : `/services/${number}-${slug}`;
}

/** The list of a category (a group or a leaf) by its slug. */
export function categoryPath(slug: string): string {
  return `/categories/${slug}`;
}

/** A seller's public page. */
export function sellerPath(handle: string): string {
  return `/sellers/${handle}`;
}

/** What is new on a list or of a seller, for feed readers. */
export function feedPath(path: string): string {
  return path === '/services' ? '/services.rss' : `${path}/feed.rss`;
}

/** Where a seller works on a service. */
export function myServicePath(serviceId: string): string {
  return `/my/services/${serviceId}`;
}

/** What was and is sold of a seller's service. */
export function versionsPath(serviceId: string): string {
  return `${myServicePath(serviceId)}/versions`;
}

/** Where a reviewer reads a service. */
export function reviewPath(serviceId: string): string {
  return `/staff/reviews/${serviceId}`;
}

/** Where buying begins, with the upgrades chosen. */
export function buyPath(serviceId: string, upgradeIds: readonly string[] = []): string {
  const upgrades = upgradeIds.map((id) => `&upgrade=${id}`).join('');
  return `/checkout?service=${serviceId}${upgrades}`;
}

/** Where a buyer asks the seller of a service before ordering. */
export function askPath(serviceId: string): string {
  return `/messages/new?service=${serviceId}`;
}

/** The same from a seller's page, where the service is chosen. */
export function askSellerPath(handle: string): string {
  return `/messages/new?seller=${handle}`;
}
