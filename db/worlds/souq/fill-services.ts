import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { approveService, saveService, startService, submitService } from '#catalogue';
import { storeUpload } from '#media';
import type { Ctx } from '#platform/context';
import { loadSharp } from '#platform/pictures';
import { addHours, DAY_MS, HOUR_MS } from '#platform/time';
import { inParallel, memberAt, reviewerAt } from './act.ts';
import { createRandom, seedOf } from './content/random.ts';
import { services } from './content/services.ts';
import type { ServiceContent } from './content/shapes.ts';
import { coverSvg } from './cover.ts';
import type { People, Person } from './fill-members.ts';

/** A service of the world that can be bought. */
export interface Sold {
  serviceId: string;
  sellerId: string;
  content: ServiceContent;
  publishedAt: Date;
}

const LANES = 6;

// Drawing is most of the time a filling takes: 1600 pixels would cost three times as much.
const COVER_PIXELS = 960;
const GALLERY_PIXELS = 640;

/** Writes, illustrates, submits and publishes every service, as its seller and the reviewer would. */
export async function fillServices(
  ctx: Ctx,
  world: { people: People; present: Date },
  onDone: (done: number) => void,
): Promise<Sold[]> {
  const sold: Sold[] = [];
  const directory = await mkdtemp(join(tmpdir(), 'hirfa-covers-'));
  // A seller's services are written one after another: the limit of a level counts them.
  const bySeller = Map.groupBy(services.entries(), ([, service]) => service.sellerHandle);
  let done = 0;
  try {
    await inParallel([...bySeller.values()], LANES, async (entries) => {
      for (const [index, content] of entries) {
        const seller = world.people.sellers.get(content.sellerHandle);
        if (!seller) throw new Error(`nobody is called ${content.sellerHandle}`);
        const publishedAt = publishingTime(content, seller, world.present);
        sold[index] = await publish(ctx, {
          content,
          seller,
          publishedAt,
          directory,
          people: world.people,
        });
        done += 1;
        onDone(done / services.length);
      }
    });
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
  return sold;
}

/** Some days after joining, at the latest four days ago. */
function publishingTime(content: ServiceContent, seller: Person, present: Date): Date {
  const random = createRandom(seedOf(`published:${content.key}`));
  const from = seller.joinedAt.getTime() + 2 * DAY_MS;
  const to = Math.max(present.getTime() - 4 * DAY_MS, from + HOUR_MS);
  return new Date(Math.floor(from + (to - from) * random() ** 2));
}

interface Publishing {
  content: ServiceContent;
  seller: Person;
  publishedAt: Date;
  directory: string;
  people: People;
}

async function publish(ctx: Ctx, given: Publishing): Promise<Sold> {
  const { content, seller, publishedAt } = given;
  const { memberId } = seller;
  const writing = memberAt(ctx, addHours(publishedAt, -6), { memberId, about: content.key });
  const imageIds = await uploadCovers(writing, given);
  const { serviceId } = await startService(writing, {
    title: content.title,
    leafKey: content.leafKey,
  });
  await saveService(writing, {
    serviceId,
    version: 1,
    input: {
      leafKey: content.leafKey,
      title: content.title,
      description: content.description,
      basePriceMinor: content.basePriceMinor,
      deliveryDays: content.deliveryDays,
      changesIncluded: content.changesIncluded,
      quantityMultipliesTime: false,
      tags: [...content.tags],
      languages: [...content.languages],
      aiUse: content.aiUse,
      rightsText: '',
      upgrades: content.upgrades.map((upgrade) => ({ ...upgrade })),
      questions: content.questions.map((question) => ({
        ...question,
        choices: [...question.choices],
      })),
      faq: content.faq.map((entry) => ({ ...entry })),
      imageIds,
    },
  });
  await submitService(memberAt(ctx, addHours(publishedAt, -5), { memberId, about: content.key }), {
    serviceId,
    version: 2,
    declarations: { ownText: true, ownWorks: true, noOutsideContact: true },
  });
  await approveService(reviewerAt(ctx, publishedAt, given.people.reviewerId), {
    serviceId,
    version: 2,
  });
  return { serviceId, sellerId: memberId, content, publishedAt };
}

/** Draws the gallery and takes it in through the same door as any upload. */
async function uploadCovers(ctx: Ctx, given: Publishing): Promise<string[]> {
  const { content, seller } = given;
  const ids: string[] = [];
  const sharp = await loadSharp();
  for (let index = 0; index < content.galleryCount; index += 1) {
    const svg = coverSvg({
      title: content.coverTitle,
      subtitle: content.coverSubtitle,
      hue: content.hue,
      seed: content.key,
      variant: index,
      pixelWidth: index === 0 ? COVER_PIXELS : GALLERY_PIXELS,
    });
    const path = join(given.directory, `${content.key}-${index}.jpg`);
    await sharp(Buffer.from(svg)).jpeg({ quality: 90 }).toFile(path);
    const stored = await storeUpload(ctx, {
      path,
      fileName: `${content.key}-${index + 1}.jpg`,
      ownerId: seller.memberId,
      purpose: 'gallery',
    });
    ids.push(stored.fileId);
  }
  return ids;
}
