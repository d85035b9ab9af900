import { randomUUID } from 'node:crypto';
import { config } from '#config';
import { listOutbox } from '#platform/mail';
import { aWorld } from '#test/world';
import { describe, expect, it } from 'vitest';
import { type ContactMessage, sendContactMessage } from './send-contact-message.ts';

const world = await aWorld();
const message = (changed: Partial<ContactMessage> = {}): ContactMessage => ({
  name: 'سلمى',
  email: 'salma@example.com',
  topic: 'طلب أو تسليم',
  message: 'لم أجد الملف الذي سلّمه البائع في صفحة الطلب.',
  ip: '192.0.2.1',
  key: randomUUID(),
  ...changed,
});
const mails = () => listOutbox(world.ctx, config.brand.supportEmail);

describe('a message to the staff', () => {
  it('is mailed to the support address with everything that was written', async () => {
    const { reference } = await sendContactMessage(
      world.stranger,
      message({ orderCode: '#7F3K-92QD', ip: '192.0.2.2' }),
    );
    const mail = (await mails()).find(({ subject }) => subject.includes(reference));
    expect(reference).toMatch(/^M-[2-9A-HJ-NP-Z]{8}$/);
    expect(mail?.subject).toBe(`[${reference}] طلب أو تسليم`);
    for (const part of ['سلمى <salma@example.com>', '#7F3K-92QD', 'لم أجد الملف']) {
      expect(mail?.text).toContain(part);
    }
  });

  it('sent twice from one form is one message with one number', async () => {
    const twice = message({ ip: '192.0.2.3' });
    const before = (await mails()).length;
    const first = await sendContactMessage(world.stranger, twice);
    expect(await sendContactMessage(world.stranger, twice)).toEqual(first);
    expect(await mails()).toHaveLength(before + 1);
  });

  it('carries no markup of its writer into the mail', async () => {
    await sendContactMessage(
      world.stranger,
      message({
        name: '<b>x</b>',
        message: '<script>alert(1)</script> & more of it',
        ip: '192.0.2.4',
      }),
    );
    const { rows } = await world.handle.pool.query<{ body_html: string }>(
      `select body_html from platform.outgoing_mail where body_text like '%more of it%'`,
    );
    expect(rows[0]?.body_html).not.toMatch(/<(?:script|b)>/);
    expect(rows[0]?.body_html).toContain('&lt;script&gt;');
  });

  it('refuses the sixth message of an hour from one address', async () => {
    const send = () => sendContactMessage(world.stranger, message({ ip: '192.0.2.5' }));
    for (let n = 0; n < 5; n += 1) await send();
    const before = (await mails()).length;
    await expect(send()).rejects.toMatchObject({ status: 429 });
    expect(await mails()).toHaveLength(before);
  });
});
