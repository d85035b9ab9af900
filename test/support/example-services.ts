import {
  addFavourite,
  archiveService,
  getSellableService,
  pauseService,
  type SellableService,
  rejectService,
  servicePath,
  startHoliday,
} from '#catalogue';
import {
  aDraftService,
  aPublishedService,
  aRevisedService,
  aSubmittedService,
} from '#catalogue/testing';
import { addItem, addNeed, collectionPath, findCollection, startCollection } from '#collections';
import { storeUpload } from '#media';
import { DAY_MS } from '#platform/time';
import { setStanding } from '#trust';
import { aPicture, someFiles } from './example-files.ts';
import type { People } from './example-people.ts';
import type { World } from './world.ts';

export interface ExampleServices {
  draft: string;
  waiting: string;
  published: string;
  paused: string;
  rejected: string;
  archived: string;
  /** On sale, with a next version that waits; and one whose next version was sent back. */
  revised: string;
  sentBack: string;
  /** A bundle of the house, and a private collection of the buyer, each with a service. */
  bundle: string;
  bundlePath: string;
  ownCollection: string;
  ownCollectionPath: string;
  /** Leaf category that they stand in, as its address names it. */
  slug: string;
  /** The published one as a buyer gets it. */
  sellable: SellableService;
  path: string;
}

const TITLES = {
  draft: 'تصميم بطاقات عمل أنيقة',
  waiting: 'تصميم شعار بالخط الكوفي',
  published: 'تصميم شعار احترافي بثلاثة نماذج',
  paused: 'تصميم شعار لمتجر إلكتروني',
  rejected: 'تصميم شعار متحرك قصير',
  archived: 'تصميم ختم رسمي للشركات',
  revised: 'تصميم شعار لقناة تعليمية',
  sentBack: 'تصميم شعار لفرقة موسيقية',
} as const;

/** One service in each state, all of the seller; the published one with pictures. */
export async function someServices(world: World, people: People): Promise<ExampleServices> {
  const sellerId = people.memberId('seller');
  const seller = world.as(sellerId);
  const reviewer = world.as(people.memberId('reviewer'), ['reviewer']);
  await setStanding(world.as(people.memberId('admin'), ['admin']), {
    memberId: sellerId,
    level: 'distinguished',
    reason: 'خبرة مثبتة',
  });
  const input = async (state: keyof typeof TITLES, pictures = 1) => ({
    sellerId,
    input: { title: TITLES[state], imageIds: await gallery(world, sellerId, pictures) },
  });
  const published = await aPublishedService(world, await input('published', 3));
  const paused = await aPublishedService(world, await input('paused'));
  await pauseService(seller, { serviceId: paused.serviceId });
  const rejected = await aSubmittedService(world, await input('rejected'));
  await rejectService(reviewer, {
    serviceId: rejected.serviceId,
    version: rejected.version,
    reasons: { title: 'العنوان لا يصف ما تقدمه بدقة', images: 'الصورة لا تخص الخدمة' },
  });
  const archived = await aDraftService(world, await input('archived'));
  await archiveService(seller, { serviceId: archived.serviceId });
  const revised = await aRevisedService(world, await input('revised', 2));
  const sentBack = await aRevisedService(world, await input('sentBack'));
  await rejectService(reviewer, {
    serviceId: sentBack.serviceId,
    version: sentBack.next,
    reasons: { days: 'وضّح لماذا طالت المدة' },
  });
  // Somebody who is away, for their own page and the public one.
  const returnsAt = new Date(world.ctx.clock.now().getTime() + 20 * DAY_MS);
  await startHoliday(world.as(people.memberId('other')), { returnsAt });
  const sellable = await getSellableService(world.ctx, published.serviceId);
  await addFavourite(world.as(people.memberId('buyer')), sellable);
  return {
    published: published.serviceId,
    paused: paused.serviceId,
    rejected: rejected.serviceId,
    archived: archived.serviceId,
    revised: revised.serviceId,
    sentBack: sentBack.serviceId,
    ...(await someCollections(world, people, sellable.number)),
    waiting: (await aSubmittedService(world, await input('waiting'))).serviceId,
    draft: (await aDraftService(world, await input('draft'))).serviceId,
    slug: 'logo-design',
    sellable,
    path: servicePath(sellable.number, sellable.title),
  };
}

async function someCollections(world: World, people: People, number: number) {
  const admin = world.as(people.memberId('admin'), ['admin']);
  const buyer = world.as(people.memberId('buyer'));
  const texts = { titleEn: '', noteAr: 'لمن يبدأ من الصفر', noteEn: '' };
  const { collectionId: bundle } = await startCollection(admin, {
    kind: 'bundle',
    input: { ...texts, titleAr: 'أنشئ متجرك', isPublic: true },
  });
  await addNeed(admin, { collectionId: bundle, titleAr: 'الشعار', titleEn: 'The logo' });
  const [need] = (await findCollection(world.ctx, { collectionId: bundle }))?.needs ?? [];
  await addItem(admin, { collectionId: bundle, number, note: 'بداية جيدة', needId: need?.needId });
  const { collectionId: ownCollection } = await startCollection(buyer, {
    kind: 'member',
    input: { ...texts, titleAr: 'لمشروعي القادم', isPublic: false },
  });
  await addItem(buyer, { collectionId: ownCollection, number, note: 'أعجبتني الأعمال' });
  const pathOf = async (collectionId: string) => {
    const collection = await findCollection(world.ctx, { collectionId });
    return collection ? collectionPath(collection) : '';
  };
  return {
    bundle,
    bundlePath: await pathOf(bundle),
    ownCollection,
    ownCollectionPath: await pathOf(ownCollection),
  };
}

/** Pictures of a gallery, stored as an upload would be. */
export async function gallery(world: World, ownerId: string, count: number): Promise<string[]> {
  const aFile = await someFiles();
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const hue = ['#0b5a66', '#d98e04', '#2e7d4f'][index % 3];
    const file = await aFile(`cover-${index}.png`, await aPicture(640, hue));
    const { fileId } = await storeUpload(world.ctx, { ...file, ownerId, purpose: 'gallery' });
    ids.push(fileId);
  }
  return ids;
}
