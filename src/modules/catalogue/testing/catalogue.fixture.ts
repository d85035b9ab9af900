import { registerMember } from '#identity';
import type { World } from '#test/world';
import { syncCategories } from '../categories/sync-categories.ts';
import { saveService } from '../editing/save-service.ts';
import type { ServiceInput } from '../editing/service-input.ts';
import { startService } from '../editing/start-service.ts';
import { approveService } from '../reviewing/approve-service.ts';
import { submitService } from '../life-cycle/submit-service.ts';

let members = 0;

/** A verified member; ids differ in every call. */
export async function aMember(world: World, displayName = 'ليلى مراد'): Promise<string> {
  members += 1;
  const tag = `${process.pid}-${members}`;
  const { memberId } = await registerMember(world.ctx, {
    email: `member-${tag}@example.com`,
    displayName,
    handle: `member-${tag}`,
    locale: 'ar',
    timeZone: 'Asia/Riyadh',
  });
  return memberId;
}

const DESCRIPTION = `أصمّم لك شعارًا يعبّر عن فكرتك: أبدأ بثلاثة نماذج مختلفة، تختار منها واحدًا نطوّره معًا حتى تعديلين، ثم تستلم الملفات المفتوحة.

ما ستحصل عليه:
- ثلاثة نماذج أولية واضحة
- ملفات SVG وAI وPNG بدقة عالية
- **دليل استخدام** مختصر للألوان والخطوط

أعمل وحدي على كل شعار من أول خط إلى آخر ملف، وأسلّم في الموعد.`;

/** What a seller would write in a good form. */
export function aServiceInput(change: Partial<ServiceInput> = {}): ServiceInput {
  return {
    leafKey: 'logo-design',
    title: 'تصميم شعار احترافي بثلاثة نماذج',
    description: DESCRIPTION,
    basePriceMinor: 1_500n,
    deliveryDays: 3,
    changesIncluded: 2,
    quantityMultipliesTime: false,
    tags: ['شعار', 'لوجو', 'هوية بصرية'],
    languages: ['ar'],
    aiUse: 'none',
    rightsText: '',
    upgrades: [
      { title: 'بطاقة عمل بنفس الهوية', priceMinor: 1_000n, daysDelta: 1 },
      { title: 'تسليم خلال 24 ساعة', priceMinor: 1_500n, daysDelta: -2 },
    ],
    questions: [
      { kind: 'text', label: 'ما اسم مشروعك؟', required: true, choices: [] },
      { kind: 'choice', label: 'أي ألوان تفضّل؟', required: false, choices: ['دافئة', 'باردة'] },
    ],
    faq: [{ question: 'هل أحصل على الملفات المفتوحة؟', answer: 'نعم، بصيغ SVG وAI.' }],
    imageIds: [],
    ...change,
  };
}

export interface FixtureService {
  serviceId: string;
  sellerId: string;
  version: number;
}

/** A complete draft of a seller (a new one unless given). */
export async function aDraftService(
  world: World,
  given: { sellerId?: string; input?: Partial<ServiceInput> } = {},
): Promise<FixtureService> {
  await syncCategories(world.ctx);
  const sellerId = given.sellerId ?? (await aMember(world));
  const seller = world.as(sellerId);
  const input = aServiceInput(given.input);
  const { serviceId } = await startService(seller, { title: input.title, leafKey: input.leafKey });
  await saveService(seller, { serviceId, version: 1, input });
  return { serviceId, sellerId, version: 2 };
}

export const allDeclared = { ownText: true, ownWorks: true, noOutsideContact: true };

/** A service that waits for a reviewer. */
export async function aSubmittedService(
  world: World,
  given: Parameters<typeof aDraftService>[1] = {},
): Promise<FixtureService> {
  const draft = await aDraftService(world, given);
  const { serviceId, version } = draft;
  await submitService(world.as(draft.sellerId), { serviceId, version, declarations: allDeclared });
  return draft;
}

/** A service that strangers see and buy. */
export async function aPublishedService(
  world: World,
  given: Parameters<typeof aDraftService>[1] = {},
): Promise<FixtureService> {
  const submitted = await aSubmittedService(world, given);
  const reviewer = world.as('00000000-0000-7000-8000-000000000001', ['reviewer']);
  const { serviceId, version } = submitted;
  await approveService(reviewer, { serviceId, version });
  return submitted;
}

/** A service on sale whose next version, with the change, waits for a reviewer. */
export async function aRevisedService(
  world: World,
  given: Parameters<typeof aDraftService>[1] & { change?: Partial<ServiceInput> } = {},
): Promise<FixtureService & { next: number }> {
  const sold = await aPublishedService(world, given);
  const change = given.change ?? { title: 'تصميم هوية بصرية كاملة لمتجرك', deliveryDays: 7 };
  const input = aServiceInput({ ...given.input, ...change });
  const { serviceId, version } = sold;
  await saveService(world.as(sold.sellerId), { serviceId, version, input });
  return { ...sold, next: version + 1 };
}
