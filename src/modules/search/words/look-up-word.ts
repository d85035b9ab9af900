import type { Ctx } from '#platform/context';
import type { Reading } from '../analysis/types.ts';
import { knowledgeOf } from '../knowledge/knowledge.ts';
import { planQuery } from '../planning/plan-query.ts';

/** How the search reads one word. */
export interface ReadWord {
  surface: string;
  term: string;
  alternates: readonly string[];
  known: boolean;
  stop: boolean;
  /** Services that hold the term. */
  services: number;
}

/** How a text is read where it is written, and what a question of it would look for. */
export interface LookedUp {
  words: ReadWord[];
  groups: {
    surfaces: string;
    alternatives: { terms: string; weight: number; reading: Reading }[];
  }[];
  correction: string | undefined;
}

const MOST_ALTERNATIVES = 12;

/** Reads a text as the index and as the search would; changes nothing. */
export async function lookUpWord(ctx: Ctx, text: string): Promise<LookedUp> {
  const knowledge = await knowledgeOf(ctx);
  const plan = planQuery(knowledge, text);
  return {
    words: knowledge.analyse(text).map((token) => ({
      surface: token.surface,
      term: token.term,
      alternates: token.alternates,
      known: token.known,
      stop: token.stop,
      services: knowledge.documents(token.term),
    })),
    groups: plan.groups.map(({ surfaces, alternatives }) => ({
      surfaces: surfaces.join(' '),
      alternatives: alternatives.slice(0, MOST_ALTERNATIVES).map(({ terms, weight, reading }) => ({
        terms: terms.join(' + '),
        weight,
        reading,
      })),
    })),
    correction: plan.correction?.shown,
  };
}
