import { aWorld } from '#test/world';
import { describe, expect, it } from 'vitest';
import type { ServiceInput } from '../editing/service-input.ts';
import { approveService } from '../reviewing/approve-service.ts';
import { aPublishedService, aServiceInput } from '../testing/index.ts';
import { NEW, revisionsIn } from '../testing/revisions.fixture.ts';

const world = await aWorld();
const { reviewer, get, edit, aRevisedService } = await revisionsIn(world);

describe('a small edit while a version waits', () => {
  it.each<[string, Partial<ServiceInput>, string, Partial<ServiceInput>, Partial<ServiceInput>]>([
    [
      'the price both share',
      { basePriceMinor: 2_000n },
      'passed-on-both',
      { basePriceMinor: 2_000n },
      { basePriceMinor: 2_000n },
    ],
    [
      'a typo in what both say',
      { faq: [{ question: 'هل أحصل على الملفات المفتوحة؟', answer: 'نعم، بصيغ SVG وPDF.' }] },
      'passed-on-both',
      { faq: [{ question: 'هل أحصل على الملفات المفتوحة؟', answer: 'نعم، بصيغ SVG وPDF.' }] },
      {},
    ],
    [
      'a typo in what only the new one says',
      { title: `${NEW.title}ك` },
      'revision-saved',
      { title: aServiceInput().title },
      { title: `${NEW.title}ك` },
    ],
    [
      'more of another meaning',
      { changesIncluded: 5 },
      'revision-saved',
      { changesIncluded: 2 },
      { changesIncluded: 5 },
    ],
  ])('%s', async (...[, change, outcome, sold, next]) => {
    const revised = await aRevisedService();
    expect(await edit(revised, change)).toBe(outcome);
    const service = await get(revised.serviceId);
    expect(service).toMatchObject(sold);
    expect(service.revision).toMatchObject({ state: 'pending_review', content: next });
    await expect(
      approveService(reviewer, { serviceId: revised.serviceId, version: revised.next }),
    ).rejects.toMatchObject({ code: 'service-edited' });
    await approveService(reviewer, {
      serviceId: revised.serviceId,
      version: service.revision!.version,
    });
    expect(await get(revised.serviceId)).toMatchObject({ ...NEW, ...next });
  });

  it('a price of its own stays with the new version', async () => {
    const revised = await aRevisedService({ ...NEW, basePriceMinor: 2_500n });
    expect(await edit(revised, { basePriceMinor: 2_000n })).toBe('revision-saved');
    expect(await get(revised.serviceId)).toMatchObject({
      basePriceMinor: 1_500n,
      revision: { content: { basePriceMinor: 2_000n } },
    });
  });

  it('back to what was approved leaves nothing to review', async () => {
    const revised = await aRevisedService();
    const { title, deliveryDays } = aServiceInput();
    expect(await edit(revised, { title, deliveryDays })).toBe('passed-at-once');
    expect((await get(revised.serviceId)).revision).toBeUndefined();
  });

  it('many small ones do not add up to another service', async () => {
    const sold = await aPublishedService(world);
    const { title } = aServiceInput();
    expect(await edit(sold, { title: `${title}12` })).toBe('passed-at-once');
    expect(await edit(sold, { title: `${title}1234` })).toBe('sent-to-review');
    expect((await get(sold.serviceId)).edition).toBe(1);
  });
});
