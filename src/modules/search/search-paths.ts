/** Where a member's saved searches are. */
export const savedPath = '/saved-searches';

/** One of them; its acts are posted below it. */
export function savedSearchPath(savedId: string): string {
  return `${savedPath}/${savedId}`;
}

/** Where letters about a saved search are stopped without signing in. */
export function stopAlertsPath(token: string): string {
  return `/search-alerts/${token}`;
}

/** Where a seller asks why a service stands where it does. */
export const placePath = '/my/services/place';

/** Where the staff looks after the words of the search. */
export const lexiconPath = '/staff/search';

/** Where admins wish for other weights of the formula. */
export const weightsPath = '/staff/ranking';

export const helpPaths = { ranking: '/help/ranking' } as const;
