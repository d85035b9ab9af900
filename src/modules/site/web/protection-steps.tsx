import { useReader } from '#ui';
import { siteWords } from '../locales/index.ts';
import type { RuleWords } from '../rule-words.ts';
import { Steps } from './steps.tsx';

/** The life of the money of an order, in four steps. */
export function ProtectionSteps(props: { rules: RuleWords; level?: 2 | 3 }) {
  const { rules, level } = props;
  const { reserve, work, review, release } = siteWords(useReader()).home.steps;
  return (
    <Steps
      level={level}
      items={[
        { icon: 'lock', title: reserve.title, text: reserve.text },
        { icon: 'messages-square', title: work.title, text: work.text },
        { icon: 'search-check', title: review.title, text: review.text(rules.acceptance.complete) },
        { icon: 'hand-coins', title: release.title, text: release.text(rules.late.buyer) },
      ]}
    />
  );
}
