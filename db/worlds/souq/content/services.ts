import { categoryTree } from '../../../../marketplace.categories.ts';
import { sellers } from './members.ts';
import { createRandom, seedOf } from './random.ts';
import { apps } from './services/apps.ts';
import { createAssignment } from './composing/assign-sellers.ts';
import { business } from './services/business.ts';
import { careers } from './services/careers.ts';
import { composeService } from './composing/compose-service.ts';
import { consulting } from './services/consulting.ts';
import { design } from './services/design.ts';
import { english } from './services/english.ts';
import { marketing } from './services/marketing.ts';
import { programming } from './services/programming.ts';
import type { GroupDraft } from './composing/read-group.ts';
import { seo } from './services/seo.ts';
import { teaching } from './services/teaching.ts';
import { videoAudio } from './services/video-audio.ts';
import { writing } from './services/writing.ts';
import type { SellerContent, ServiceContent } from './shapes.ts';

const drafts: readonly GroupDraft[] = [
  writing,
  design,
  videoAudio,
  careers,
  consulting,
  programming,
  seo,
  marketing,
  teaching,
  apps,
  business,
  english,
];

function groupOf(leafKey: string): (typeof categoryTree)[number] {
  const found = categoryTree.find(({ leaves }) => leaves.some(({ key }) => key === leafKey));
  if (found === undefined) throw new Error(`No category "${leafKey}"`);
  return found;
}

const entries = drafts.flatMap((group) =>
  group.leaves.flatMap((leaf) =>
    leaf.services.map((service, at) => ({
      group,
      leaf,
      service,
      key: `${leaf.leafKey}-${group === english ? 'en-' : ''}${at + 1}`,
    })),
  ),
);

/** Who sells which service: those named in the texts first, so that their places are kept. */
function assignAll(): Map<string, SellerContent> {
  const assignment = createAssignment(sellers);
  const found = new Map<string, SellerContent>();
  for (const { key, leaf, service } of entries) {
    if (service.sellerHandle === undefined) continue;
    found.set(key, assignment.toNamed(service.sellerHandle, leaf.leafKey));
  }
  for (const { key, leaf } of entries) {
    if (!found.has(key)) found.set(key, assignment.toLeaf(leaf.leafKey));
  }
  return found;
}

const sellerOf = assignAll();

/** Every service of the world, in the order of the category tree, English ones last. */
export const services: readonly ServiceContent[] = entries.map(({ key, ...parts }) => {
  const { key: groupKey, hue } = groupOf(parts.leaf.leafKey);
  const seller = sellerOf.get(key);
  if (seller === undefined) throw new Error(`Nobody sells ${key}`);
  const language = parts.group === english ? 'en' : 'ar';
  const random = createRandom(seedOf(`service:${key}`));
  return composeService(random, parts, { key, groupKey, hue, language, seller });
});
