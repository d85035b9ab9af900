import { Badge, Bdi, Chip, ChipRow, DetailList, Disclosure, Panel, Stack, useReader } from '#ui';
import type { TextBlock } from './rich-text-blocks.ts';
import { catalogueWords } from '../locales/index.ts';
import type { AiUse, Faq, Question } from '../service.ts';
import { RichText } from './rich-text.tsx';

/** What the texts of a service page are made of. */
export interface ServiceContentProps {
  description: readonly TextBlock[];
  faq: readonly (Faq & { blocks: readonly TextBlock[] })[];
  questions: readonly Pick<Question, 'kind' | 'label' | 'required' | 'choices'>[];
  tags: readonly string[];
  languages: readonly string[];
  aiUse: AiUse;
  rightsText: string;
}

/** Everything a buyer reads before buying: description, what is asked of them, FAQ, rights. */
export function ServiceContent(props: ServiceContentProps) {
  const reader = useReader();
  const words = catalogueWords(reader).service;
  return (
    <>
      <Panel title={words.about}>
        <RichText blocks={props.description} />
      </Panel>
      {props.questions.length > 0 && (
        <Panel title={words.requirements}>
          <p class="mute">{words.requirementsNote}</p>
          <ul class="question-list">
            {props.questions.map((question) => (
              <QuestionLine question={question} />
            ))}
          </ul>
        </Panel>
      )}
      {props.faq.length > 0 && (
        <Panel title={words.faq}>
          {props.faq.map((entry) => (
            <Disclosure summary={<Bdi>{entry.question}</Bdi>}>
              <RichText blocks={entry.blocks} />
            </Disclosure>
          ))}
        </Panel>
      )}
      <Panel title={words.details}>
        <Stack>
          <DetailList
            items={[
              { label: words.languages, value: languageNames(reader.locale, props.languages) },
              { label: words.ai, value: words.aiUses[props.aiUse] },
              {
                label: words.rights,
                value:
                  props.rightsText === '' ? words.rightsDefault : <Bdi>{props.rightsText}</Bdi>,
              },
            ]}
          />
          {props.tags.length > 0 && (
            <ChipRow label={words.tags} scroll={false}>
              {props.tags.map((tag) => (
                <Chip key={tag} href={`/search?q=${encodeURIComponent(tag)}`}>
                  <bdi>{tag}</bdi>
                </Chip>
              ))}
            </ChipRow>
          )}
        </Stack>
      </Panel>
    </>
  );
}

function QuestionLine({ question }: { question: ServiceContentProps['questions'][number] }) {
  const words = catalogueWords(useReader()).service;
  return (
    <li>
      <Bdi>{question.label}</Bdi>{' '}
      <Badge tone="neutral">{words.requirementKinds[question.kind]}</Badge>{' '}
      {question.required && <Badge>{words.required}</Badge>}
      {question.choices && question.choices.length > 0 && (
        <p class="mute">
          <bdi>{question.choices.join(' · ')}</bdi>
        </p>
      )}
    </li>
  );
}

/** Names of languages in the reader's own: «العربية والإنجليزية». */
export function languageNames(locale: 'ar' | 'en', codes: readonly string[]): string {
  const names = new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' });
  const list = codes.map((code) => names.of(code) ?? code);
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(list);
}
