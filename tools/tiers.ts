/**
 * The one list of modules and the tier each stands on. A core sees only lower tiers;
 * modules of one tier are strangers. A folder in src/modules that is not here stops the check.
 */
export const tiers: readonly (readonly string[])[] = [
  [], // 0 is src/platform
  ['settings', 'audit', 'media', 'ledger', 'notifications'],
  ['identity', 'trust'],
  ['catalogue', 'messaging', 'wallet', 'promotions'],
  ['orders', 'collections'],
  ['checkout', 'reviews'],
  ['briefs', 'conversations'],
  ['search', 'community', 'advertising', 'insights'],
  ['site', 'backoffice', 'public-api', 'operations'],
];

/** Modules that stand beside the house: they see only platform and ui, and only src/main sees them. */
export const strangers: readonly string[] = ['sandbox'];

/** Folders of a module that speak to the outside. Nobody imports them but themselves and module.ts. */
export const edges: readonly string[] = ['web', 'admin', 'api', 'jobs', 'notices'];

/** Every module that has a tier. */
export const tieredModules: readonly string[] = tiers.flat();

/** Every module the house knows, strangers included. */
export const allModules: readonly string[] = [...tieredModules, ...strangers];

/** The tier of a module, or undefined for a stranger and for an unknown folder. */
export function tierOf(module: string): number | undefined {
  const tier = tiers.findIndex((names) => names.includes(module));
  return tier === -1 ? undefined : tier;
}

/** The modules that may not be imported by the core of `module`: its own tier and those above. */
export function notBelow(module: string): string[] {
  const tier = tierOf(module) ?? 0;
  return tieredModules.filter((other) => other !== module && (tierOf(other) ?? 0) >= tier);
}

/** The PostgreSQL schema a module owns. */
export function schemaOf(module: string): string {
  return module.replaceAll('-', '_');
}
