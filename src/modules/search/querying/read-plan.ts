import type { Plan } from '../analysis/types.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { planQuery } from '../planning/plan-query.ts';

const LONGEST = 200;

/** The part of what was typed that is read, without broken characters. */
export function readable(text: string): string {
  return text.slice(0, LONGEST).toWellFormed();
}

/** What a question means; without any correction when the person insists on what they typed. */
export function readPlan(
  knowledge: Knowledge,
  { text, asWritten }: { text: string; asWritten?: boolean },
): Plan {
  const plan = planQuery(knowledge, readable(text));
  if (!asWritten || !plan.correction) return plan;
  const groups = plan.groups.map((group) => ({
    ...group,
    alternatives: group.alternatives.filter(({ reading }) => reading !== 'correction'),
  }));
  const { correction: _correction, ...rest } = plan;
  return { ...rest, groups };
}
