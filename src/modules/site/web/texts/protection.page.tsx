import { LinkButton, PageHead, Row, Section, useReader, Wrap, sitePaths } from '#ui';
import { siteWords } from '../../locales/index.ts';
import type { RuleWords } from '../../rule-words.ts';
import type { AnyText } from '../../site-text.ts';
import { ProtectionSteps } from '../protection-steps.tsx';
import { TextBlocks } from './text-blocks.tsx';

/** How money is kept between two strangers: the steps, then every «what if». */
export function ProtectionPage({ text, rules }: { text: AnyText; rules: RuleWords }) {
  const words = siteWords(useReader());
  return (
    <Wrap>
      <PageHead title={text.title} lead={text.lead} />
      <ProtectionSteps rules={rules} level={2} />
      <Section title={words.legal.whatIf}>
        <ul class="answer-grid">
          {Object.entries(text.sections).map(([key, section]) => (
            <li key={key} id={key} class="panel">
              <h3>{section.title}</h3>
              <TextBlocks blocks={section.blocks} />
            </li>
          ))}
        </ul>
      </Section>
      <Section>
        <Row>
          <LinkButton href={sitePaths.categories}>{words.legal.browse}</LinkButton>
          <LinkButton kind="quiet" href={sitePaths.refunds}>
            {words.legal.names.refunds}
          </LinkButton>
          <LinkButton kind="quiet" href={sitePaths.terms}>
            {words.legal.names.terms}
          </LinkButton>
        </Row>
      </Section>
    </Wrap>
  );
}
