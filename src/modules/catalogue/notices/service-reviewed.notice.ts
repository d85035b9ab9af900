import { contactOf } from '#identity';
import { defineNotice, notify } from '#notifications';
import { inTransaction } from '#platform/context';
import { defineListener } from '#platform/facts';
import { serviceReviewed } from '../catalogue-facts.ts';
import { myServicePath, servicePath } from '../catalogue-paths.ts';
import { catalogueWords } from '../locales/index.ts';
import { findService } from '../service-store.ts';

interface ReviewedParams {
  /** It was the next version of a service on sale. */
  ofRevision?: boolean;
  serviceId: string;
  number: number;
  title: string;
}

const serviceApprovedNotice = defineNotice<ReviewedParams>({
  kind: 'catalogue.service-approved',
  email: true,
  topic: 'services',
  words: (_locale, { title, ofRevision }, reader) => {
    const words = catalogueWords(reader).notices;
    if (ofRevision) {
      const told = { title: words.revisionApproved(title), body: words.revisionApprovedBody };
      return { ...told, action: words.open };
    }
    return { title: words.approved(title), body: words.approvedBody, action: words.open };
  },
  href: ({ number, title }) => servicePath(number, title),
});

const serviceRejectedNotice = defineNotice<ReviewedParams>({
  kind: 'catalogue.service-rejected',
  email: true,
  topic: 'services',
  words: (_locale, { title, ofRevision }, reader) => {
    const words = catalogueWords(reader).notices;
    if (ofRevision) {
      const told = { title: words.revisionRejected(title), body: words.revisionRejectedBody };
      return { ...told, action: words.edit };
    }
    return { title: words.rejected(title), body: words.rejectedBody, action: words.edit };
  },
  href: ({ serviceId }) => myServicePath(serviceId),
});

/** Tells the seller what the reviewer decided; keyed by the fact, so told once. */
export const tellSellerOfReview = defineListener(
  'catalogue.tell-seller-of-review',
  serviceReviewed,
  async (ctx, { serviceId, sellerId, approved, ofRevision }, fact) => {
    const service = await findService(ctx, serviceId);
    if (!service) return;
    const { email, reader } = await contactOf(ctx, sellerId);
    const notice = approved ? serviceApprovedNotice : serviceRejectedNotice;
    await inTransaction(ctx, (tx) =>
      notify(tx, notice, {
        memberId: sellerId,
        params: { serviceId, number: service.number, title: service.title, ofRevision },
        key: `catalogue.service-reviewed:${fact.id}`,
        email: { address: email, reader },
      }),
    );
  },
);
