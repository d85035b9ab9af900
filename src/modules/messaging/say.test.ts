import { inTransaction, newId } from '#platform/context';
import { NotFound, SignInRequired } from '#platform/refusals';
import { openLive } from '#platform/live';
import { aWorld } from '#test/world';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { findSaid } from './find-said.ts';
import { markRead } from './mark-read.ts';
import { showTyping } from './show-typing.ts';
import { threadTopic } from './thread.ts';
import { openThread } from './open-thread.ts';
import { sayAsSystem } from './say-as-system.ts';
import { say } from './say.ts';
import {
  findThread,
  findThreadFile,
  firstUnread,
  listMessages,
  listThreads,
  unreadBySubject,
  unreadMessages,
} from './thread-lists.ts';

const world = await aWorld();
const id = () => newId(world.ctx);

async function aThread() {
  const [hind, rana, orderId] = [id(), id(), id()];
  const open = () =>
    inTransaction(world.ctx, (tx) =>
      openThread(tx, {
        threadId: newId(tx),
        memberIds: [hind, rana],
        subject: { kind: 'order', id: orderId },
      }),
    );
  return { hind, rana, orderId, open, threadId: await open() };
}

describe('openThread', () => {
  it('opens one thread a subject, twenty times at once', async () => {
    const { open, threadId, orderId } = await aThread();
    expect(new Set(await Promise.all(Array.from({ length: 20 }, open)))).toEqual(
      new Set([threadId]),
    );
    expect(await findThread(world.ctx, { kind: 'order', id: orderId })).toBe(threadId);
    const { rows } =
      await sql`select 1 from messaging.thread_members where thread_id = ${threadId}`.execute(
        world.ctx.db,
      );
    expect(rows).toHaveLength(2);
  });
});

describe('say', () => {
  it.each([
    ['nothing', '  \n ', 'message-is-empty'],
    ['only what is invisible', '\u202e\u0000', 'message-is-empty'],
    ['more than 5,000 characters', 'أ'.repeat(5_001), 'message-is-too-long'],
  ])('refuses %s', async (_what, body, code) => {
    const { threadId, hind } = await aThread();
    await expect(say(world.as(hind), { threadId, body, key: 'k' })).rejects.toMatchObject({
      code,
      status: 422,
    });
  });

  it('is only for the members of the thread', async () => {
    const { threadId } = await aThread();
    await expect(say(world.as(id()), { threadId, body: 'أهلًا', key: 'k' })).rejects.toThrow(
      NotFound,
    );
    await expect(say(world.stranger, { threadId, body: 'أهلًا', key: 'k' })).rejects.toThrow(
      SignInRequired,
    );
  });

  it('is one message for its key, and another for another member with the same key', async () => {
    const { threadId, hind, rana } = await aThread();
    const twice = await Promise.all(
      [1, 2].map(() => say(world.as(hind), { threadId, body: 'مرحبًا', key: 'k' })),
    );
    expect(new Set(twice.map((said) => said.messageId)).size).toBe(1);
    expect(await findSaid(world.as(hind), threadId, 'k')).toEqual({
      messageId: twice[0]?.messageId,
      repeated: true,
    });
    expect(await findSaid(world.as(rana), threadId, 'k')).toBeUndefined();
    await say(world.as(rana), { threadId, body: 'أهلًا', key: 'k' });
    expect((await listMessages(world.ctx, { threadId })).map((message) => message.body)).toEqual([
      'مرحبًا',
      'أهلًا',
    ]);
  });

  it('frees the text of bidi controls and keeps its files in order', async () => {
    const { threadId, hind } = await aThread();
    const file = (fileName: string) => ({
      fileId: id(),
      fileName,
      kind: 'file' as const,
      type: 'text/plain',
      byteSize: 9,
    });
    const files = [file('ب.txt'), file('أ.txt')];
    await say(world.as(hind), { threadId, body: 'انظر \u202eexe.', files, key: 'k' });
    const [message] = await listMessages(world.ctx, { threadId });
    expect(message).toMatchObject({
      body: 'انظر exe.',
      files: [{ fileName: 'ب.txt' }, { fileName: 'أ.txt' }],
    });
    expect(await findThreadFile(world.ctx, threadId, files[0]!.fileId)).toMatchObject({
      fileName: 'ب.txt',
      byteSize: 9,
    });
    expect(await findThreadFile(world.ctx, id(), files[0]!.fileId)).toBeUndefined();
  });

  it.each([
    "update messaging.messages set body = ''",
    'delete from messaging.messages',
    'truncate messaging.message_files',
  ])('stays said: %s', async (statement) => {
    await expect(sql.raw(statement).execute(world.ctx.db)).rejects.toThrow(/refused|denied/);
  });
});

describe('markRead', () => {
  it('counts what others wrote since, and shows the mark to the writer', async () => {
    const { threadId, hind, rana, orderId } = await aThread();
    for (const key of ['1', '2']) await say(world.as(hind), { threadId, body: key, key });
    const unread = () =>
      unreadBySubject(world.ctx, { memberId: rana, kind: 'order', subjectIds: [orderId] });
    expect([
      await unreadMessages(world.ctx, rana),
      await unreadMessages(world.ctx, hind),
      (await unread()).get(orderId),
    ]).toEqual([2, 0, 2]);
    const [first] = await listMessages(world.ctx, { threadId });
    expect([first?.read, await firstUnread(world.ctx, threadId, rana)]).toEqual([
      false,
      first?.messageId,
    ]);
    await markRead(world.as(rana), threadId);
    expect((await listMessages(world.ctx, { threadId })).map((message) => message.read)).toEqual([
      true,
      true,
    ]);
    expect([await unreadMessages(world.ctx, rana), (await unread()).size]).toEqual([0, 0]);
  });

  it('by somebody outside marks nothing', async () => {
    const { threadId, hind } = await aThread();
    await say(world.as(hind), { threadId, body: 'أهلًا', key: 'k' });
    await markRead(world.as(id()), threadId);
    expect((await listMessages(world.ctx, { threadId }))[0]?.read).toBe(false);
  });
});

describe('sayAsSystem', () => {
  it('writes a note without a sender, once for its key', async () => {
    const { threadId, hind, orderId } = await aThread();
    const note = () =>
      inTransaction(world.ctx, (tx) =>
        sayAsSystem(tx, { threadId, body: 'بدأ التنفيذ', key: 'start' }),
      );
    expect([(await note()).repeated, (await note()).repeated]).toEqual([false, true]);
    expect(await listThreads(world.ctx, { memberId: hind, kind: 'order' })).toMatchObject([
      { subjectId: orderId, lastBody: 'بدأ التنفيذ', lastSenderId: undefined, unread: 1 },
    ]);
  });
});

describe('listMessages', () => {
  it('reads backwards page by page, each oldest first', async () => {
    const { threadId, hind } = await aThread();
    for (let n = 1; n <= 5; n += 1)
      await say(world.as(hind), { threadId, body: String(n), key: String(n) });
    const last = await listMessages(world.ctx, { threadId, limit: 2 });
    const before = await listMessages(world.ctx, { threadId, limit: 2, before: last[0]!.seq });
    expect([last, before].map((page) => page.map((message) => message.body))).toEqual([
      ['4', '5'],
      ['2', '3'],
    ]);
  });
});

describe('showTyping', () => {
  it('is heard by whoever has the thread open, and leaves no row', async () => {
    const { hind, threadId } = await aThread();
    const live = openLive(world.url, world.ctx.log);
    const heard = new Promise((hear) => live.subscribe(threadTopic(threadId), hear));
    const again = setInterval(() => void showTyping(world.as(hind), threadId), 50);
    expect(await heard).toEqual({ typing: hind });
    clearInterval(again);
    await live.close();
    expect(await listMessages(world.ctx, { threadId })).toEqual([]);
  });
});
