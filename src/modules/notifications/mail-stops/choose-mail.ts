import { type Ctx, inTransaction, requireMember } from '#platform/context';
import { keepMailStop } from './mail-stop-store.ts';
import { type NoticeTopic, noticeTopics } from './notice-topic.ts';

/** The member says which letters they want; all others stop. Refuses SignInRequired. */
export async function chooseMail(ctx: Ctx, wanted: ReadonlySet<NoticeTopic>): Promise<void> {
  const memberId = requireMember(ctx);
  await inTransaction(ctx, async (tx) => {
    for (const topic of noticeTopics) {
      await keepMailStop(tx, { memberId, topic }, !wanted.has(topic));
    }
  });
}
