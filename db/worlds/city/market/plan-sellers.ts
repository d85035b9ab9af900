import { type Chance, between, chanceOf, weighted, zipfPlace } from '../chance.ts';
import { type CitySize, joinedAt } from '../city-size.ts';

export type SellerLevel = 'new' | 'active' | 'distinguished' | 'trusted';

export interface PlannedSeller {
  /** Which member they are, from 1. */
  member: number;
  level: SellerLevel;
  joinedAt: number;
  /** Leaves they sell in, the main one first. */
  leafKeys: readonly string[];
  english: boolean;
  listed: number;
}

/** Shares of levels, and how many services each may have and has (the limit of SPEC 2.6). */
const LEVELS: readonly (readonly [SellerLevel, number])[] = [
  ['new', 60],
  ['active', 26],
  ['distinguished', 11],
  ['trusted', 3],
];
const LIMIT: Readonly<Record<SellerLevel, number>> = {
  new: 6,
  active: 10,
  distinguished: 25,
  trusted: 50,
};
const USUAL: Readonly<Record<SellerLevel, number>> = {
  new: 1.9,
  active: 3.6,
  distinguished: 8,
  trusted: 16,
};

/** Groups by how much is sold in them; within a group leaves follow Zipf's law. */
const GROUP_SHARES: Readonly<Record<string, number>> = {
  design: 22,
  programming: 15,
  writing: 14,
  marketing: 11,
  'video-audio': 10,
  business: 7,
  teaching: 6,
  apps: 5,
  seo: 4,
  careers: 3,
  consulting: 3,
};

export interface LeafGroup {
  key: string;
  leafKeys: readonly string[];
}

/**
 * The sellers of a world with how many services each has listed, in the order they joined: enough of
 * them that the listed services are as many as wished.
 */
export function planSellers(
  size: CitySize,
  of: { groups: readonly LeafGroup[]; now: number },
): PlannedSeller[] {
  const chance = chanceOf(size.seed, 1);
  const drafts: Omit<PlannedSeller, 'member' | 'joinedAt'>[] = [];
  for (let left = size.services; left > 0; ) {
    const level = weighted(chance, LEVELS);
    // Most have few: an exponential around the usual number, up to the limit less the unlisted ones.
    const wished = 1 + Math.floor(-Math.log(1 - chance()) * USUAL[level]);
    const listed = Math.min(wished, LIMIT[level] - 1, left);
    left -= listed;
    drafts.push({ level, listed, english: chance() < 0.07, leafKeys: leavesOf(chance, of.groups) });
  }
  if (drafts.length >= size.members / 2) throw new Error('too few members for so many services');
  const step = size.members / (drafts.length + 1);
  return drafts.map((draft, index) => {
    const member = Math.floor((index + 1) * step);
    return { ...draft, member, joinedAt: joinedAt(member, size.members, of.now) };
  });
}

/** A main leaf and up to two more, mostly of the same group. */
function leavesOf(chance: Chance, groups: readonly LeafGroup[]): string[] {
  const group = groupOf(chance, groups);
  const keys = new Set<string>();
  const count = between(chance, 1, 3);
  for (let at = 0; at < count; at += 1) {
    const { leafKeys } = chance() < 0.9 ? group : groupOf(chance, groups);
    keys.add(leafKeys[zipfPlace(chance, leafKeys.length)] ?? '');
  }
  return [...keys];
}

function groupOf(chance: Chance, groups: readonly LeafGroup[]): LeafGroup {
  return weighted(
    chance,
    groups.map((group) => [group, GROUP_SHARES[group.key] ?? 5] as const),
  );
}
