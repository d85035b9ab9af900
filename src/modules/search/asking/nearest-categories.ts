import { categories, type CategoryGroup, type CategoryLeaf, popularLeaves } from '#catalogue';
import type { Ctx } from '#platform/context';
import { termsOf } from '../analysis/analyse-text.ts';
import { knowledgeOf } from '../knowledge/knowledge.ts';

/** The categories whose names share a word with the question; the most ordered ones when none does. */
export async function nearestCategories(
  ctx: Ctx,
  text: string,
  limit: number,
): Promise<(CategoryGroup | CategoryLeaf)[]> {
  const [knowledge, tree] = await Promise.all([knowledgeOf(ctx), categories(ctx)]);
  const asked = new Set(
    knowledge
      .analyse(text)
      .filter(({ stop }) => !stop)
      .flatMap(termsOf),
  );
  const near = tree.groups
    .flatMap((group) => [...group.leaves, group])
    .filter(({ nameAr, nameEn }) =>
      knowledge
        .analyse(`${nameAr} ${nameEn}`)
        .some((token) => !token.stop && termsOf(token).some((term) => asked.has(term))),
    );
  return near.length > 0 ? near.slice(0, limit) : popularLeaves(ctx, limit);
}
