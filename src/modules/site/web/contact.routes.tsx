import { randomUUID } from 'node:crypto';
import { contactOf, getMember } from '#identity';
import type { Ctx } from '#platform/context';
import { type Answer, get, type HttpRequest, page, post, readForm, seeOther } from '#platform/http';
import { siteWords } from '../locales/index.ts';
import { sendContactMessage } from '../send-contact-message.ts';
import { contactForm, contactTopics } from './contact.forms.ts';
import { ContactPage, ContactSentPage, type ContactView } from './contact.page.tsx';
import { sitePaths } from '#ui';

const REFERENCE = /^M-[0-9A-Z]{8}$/;

async function show(
  request: HttpRequest,
  view: Partial<ContactView>,
  status = 200,
): Promise<Answer> {
  const { ctx } = request;
  const words = siteWords(ctx.reader).contact;
  const head = {
    title: words.title,
    description: words.lead,
    canonicalPath: sitePaths.contact,
  };
  const known = await knownSender(ctx);
  const body = <ContactPage view={{ idempotencyKey: randomUUID(), ...known, ...view }} />;
  return page(head, body, { status });
}

async function knownSender({ actor, ...rest }: Ctx): Promise<Pick<ContactView, 'name' | 'email'>> {
  if (actor.kind !== 'member') return {};
  const ctx = { actor, ...rest };
  const { displayName } = await getMember(ctx, actor.memberId);
  const { email } = await contactOf(ctx, actor.memberId);
  return { name: displayName, email };
}

function showSent({ ctx }: HttpRequest, reference: string): Answer {
  const head = { title: siteWords(ctx.reader).contact.sentTitle, noindex: true };
  return page(head, <ContactSentPage reference={reference} />);
}

async function submit(request: HttpRequest): Promise<Answer> {
  const { ctx, body, ip } = request;
  const words = siteWords(ctx.reader).contact;
  const form = readForm(contactForm, body);
  if (!form.ok) {
    const errors = Object.fromEntries(
      Object.entries(form.errors)
        .filter(([field]) => field !== 'idempotencyKey')
        .map(([field, code]) => [field, words.errors[`${field}.${code}`] ?? words.wrong]),
    );
    return show(request, { errors, values: form.raw }, 422);
  }
  const { name, email, topic, order, message, idempotencyKey } = form.values;
  const { reference } = await sendContactMessage(ctx, {
    name,
    email,
    topic: siteWords('ar').contact.topics[topic],
    ...(order ? { orderCode: order } : {}),
    message,
    ip,
    key: idempotencyKey,
  });
  return seeOther(`${sitePaths.contact}?sent=${reference}`);
}

export const contactRoutes = [
  get(sitePaths.contact, { access: 'public' }, (request) => {
    const { sent, topic } = request.query;
    if (typeof sent === 'string' && REFERENCE.test(sent)) return showSent(request, sent);
    const known = contactTopics.find((name) => name === topic);
    return show(request, known ? { topic: known } : {});
  }),
  post(sitePaths.contact, { access: 'public' }, submit),
];
