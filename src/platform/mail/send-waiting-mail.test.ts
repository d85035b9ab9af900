import { inTransaction } from '#platform/context';
import { MINUTE_MS } from '#platform/time';
import { aWorld, type World } from '#test/world';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enqueueMail, listOutbox, sendWaitingMail, smtpSender } from './index.ts';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});

let mails = 0;
async function aMail(recipient: string): Promise<string> {
  mails += 1;
  const key = `mail-${mails}`;
  await inTransaction(world.ctx, (tx) =>
    enqueueMail(tx, { key, recipient, subject: 'مرحبًا', text: 'نص', html: '<p>نص</p>' }),
  );
  return key;
}

describe('outgoing mail', () => {
  it('one key is one mail', async () => {
    await aMail('once@example.com');
    mails -= 1;
    await aMail('once@example.com');
    expect(await listOutbox(world.ctx, 'once@example.com')).toHaveLength(1);
    await sendWaitingMail(world.ctx, async () => undefined);
  });

  it('fifty addresses that always fail do not stand in the way of the next', async () => {
    for (let index = 0; index < 50; index += 1) await aMail('broken@example.com');
    await aMail('fine@example.com');
    const reached: string[] = [];
    const send = async ({ recipient }: { recipient: string }) => {
      if (recipient.startsWith('broken')) throw new Error('550 no such mailbox');
      reached.push(recipient);
    };
    await sendWaitingMail(world.ctx, send);
    await sendWaitingMail(world.ctx, send);
    expect(reached).toEqual(['fine@example.com']);
    // With one more they are a batch and a mail: which one waits is chance.
    await world.ctx.pool.query(
      `update platform.outgoing_mail set dropped_at = $1 where recipient = 'broken@example.com'`,
      [world.clock.now()],
    );
  });

  it('a failing mail is tried again after a minute, then two, then four', async () => {
    await aMail('later@example.com');
    let tries = 0;
    const send = async ({ recipient }: { recipient: string }) => {
      if (recipient !== 'later@example.com') return;
      tries += 1;
      if (tries < 3) throw new Error('421 try later');
    };
    await sendWaitingMail(world.ctx, send);
    await sendWaitingMail(world.ctx, send);
    expect(tries).toBe(1);
    world.clock.advance(MINUTE_MS);
    await sendWaitingMail(world.ctx, send);
    world.clock.advance(MINUTE_MS);
    await sendWaitingMail(world.ctx, send);
    expect(tries).toBe(2);
    world.clock.advance(MINUTE_MS);
    await sendWaitingMail(world.ctx, send);
    const [mail] = await listOutbox(world.ctx, 'later@example.com');
    expect(tries).toBe(3);
    expect(mail?.sentAt).toBeInstanceOf(Date);
  });
});

describe('a real SMTP server', () => {
  const received: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      let text = '';
      stream.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      stream.on('end', () => {
        received.push(text);
        done();
      });
    },
  });
  beforeAll(() => new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready)));
  afterAll(() => new Promise<void>((closed) => server.close(() => closed())));

  it('gets both parts under a stable Message-ID', async () => {
    await aMail('reader@example.com');
    const { port } = server.server.address() as { port: number };
    const send = smtpSender(`smtp://127.0.0.1:${port}`, 'حِرفة <no-reply@hirfa.example>');
    expect(await sendWaitingMail(world.ctx, send)).toBeGreaterThanOrEqual(1);
    const mail = received.find((text) => text.includes('reader@example.com')) ?? '';
    const [row] = await listOutbox(world.ctx, 'reader@example.com');
    expect(mail).toContain(`Message-ID: <${row?.id}@hirfa.example>`);
    expect(mail).toContain('text/plain');
    expect(mail).toContain('text/html');
  });
});
