import type { ServiceInput } from '../editing/service-input.ts';

/** What a seller wrote, as it is kept beside what is sold: JSON with the cents as text. */
export function contentJson(content: ServiceInput): string {
  return JSON.stringify(content, (_key, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
}

/** Content as PostgreSQL gives it back. */
export type StoredContent = Omit<ServiceInput, 'basePriceMinor' | 'upgrades'> & {
  basePriceMinor: string;
  upgrades: { upgradeId?: string; title: string; priceMinor: string; daysDelta: number }[];
};

/** Reads content that `contentJson` wrote. */
export function readContent(stored: StoredContent): ServiceInput {
  return {
    ...stored,
    basePriceMinor: BigInt(stored.basePriceMinor),
    upgrades: stored.upgrades.map((upgrade) => ({
      ...upgrade,
      priceMinor: BigInt(upgrade.priceMinor),
    })),
  };
}
