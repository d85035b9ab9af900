/** A service is a newcomer until so many were ordered, or until it stood on the lists for so long. */
export const knownSales = 3;
export const knownAfterMs = 90 * 86_400_000;
const HOUR_MS = 3_600_000;

/** The places of each page of 24 that go to newcomers: two, the seventh and the fifteenth. */
export const newcomerPlaces: readonly number[] = [6, 14];

/** How well a newcomer must answer the question, measured by the service whose place it takes. */
const FITS = 0.85;

/** Whether the figures of a service do not yet tell what it is worth. */
export function isNewcomer(service: { salesCount: number; publishedAt: Date }, now: Date): boolean {
  const ageMs = now.getTime() - service.publishedAt.getTime();
  return service.salesCount < knownSales && ageMs < knownAfterMs;
}

/** The turn of the hour: newcomers change places with it, the same for everybody. */
export function turnOf(now: Date): number {
  return Math.floor(now.getTime() / HOUR_MS) % 1_000_003;
}

interface Ranked {
  serviceId: string;
  text: number;
}

/**
 * Puts newcomers into their places of each page (SPEC 3.3). Who takes a place moves the others down;
 * one that would stand higher by itself keeps its own place; one that fits worse than the text around
 * it takes none.
 */
export function placeNewcomers<T extends Ranked>(
  ranked: readonly T[],
  newcomers: readonly T[],
  pageSize: number,
): { order: T[]; placed: Set<string> } {
  const order = [...ranked];
  const placed = new Set<string>();
  const waiting = [...newcomers];
  for (let start = 0; start < ranked.length && waiting.length > 0; start += pageSize) {
    for (const offset of newcomerPlaces) {
      const index = start + offset;
      const here = order[index];
      if (!here) break;
      const next = waiting.findIndex(
        (one) => one.text >= FITS * here.text && standsBelow(order, one, index),
      );
      const [chosen] = next === -1 ? [] : waiting.splice(next, 1);
      if (!chosen) continue;
      const old = order.findIndex(({ serviceId }) => serviceId === chosen.serviceId);
      if (old !== -1) order.splice(old, 1);
      order.splice(index, 0, chosen);
      placed.add(chosen.serviceId);
    }
  }
  return { order, placed };
}

function standsBelow(order: readonly Ranked[], one: Ranked, index: number): boolean {
  const at = order.findIndex(({ serviceId }) => serviceId === one.serviceId);
  return at === -1 || at > index;
}
