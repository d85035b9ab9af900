import type { Plan } from '../analysis/types.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { planQuery } from '../planning/plan-query.ts';

const LONGEST = 200;

/** What a question means; without any correction when the person insists on what they typed. */
export function readPlan(
  knowledge: Knowledge,
  { text, asWritten }: { text: string; asWritten?: boolean },
): Plan {
  const plan = planQuery(knowledge, text.slice(0, LONGEST).toWellFormed());
  if (!asWritten || !plan.correction) return plan;
  const groups = plan.groups.map((group) => ({
    ...group,
    alternatives: group.alternatives.filter(({ reading }) => reading !== 'correction'),
  }));
  const { correction: _correction, ...rest } = plan;
  return { ...rest, groups };
}
