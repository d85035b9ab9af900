import type { Plan } from '../analysis/types.ts';
import { qualityFactor } from '../ranking/formula.ts';
import { placeNewcomers } from '../ranking/newcomers.ts';
import { TextScorer } from '../ranking/score-text.ts';
import type { Candidate, Candidates } from './find-candidates.ts';

export interface RankedCandidate {
  serviceId: string;
  text: number;
  score: number;
}

/** Orders candidates by text × quality; newcomers get their places of each page. */
export function rankCandidates(
  found: Candidates,
  question: { plan: Plan; dropped: ReadonlySet<number> },
  pageSize: number,
): { order: RankedCandidate[]; placed: Set<string> } {
  const scorer = new TextScorer(question.plan, question.dropped, found.numbers);
  const judge = (candidate: Candidate): RankedCandidate => {
    const { total } = scorer.score(candidate.title);
    return {
      serviceId: candidate.serviceId,
      text: total,
      score: total * qualityFactor(candidate.quality),
    };
  };
  // The order of equals is the candidates' own: by quality, then the newest.
  const ranked = found.ranked.map(judge).sort((one, other) => other.score - one.score);
  return placeNewcomers(ranked, found.newcomers.map(judge), pageSize);
}
