import {
  Breadcrumbs,
  DateTime,
  Link,
  PageHead,
  Panel,
  useReader,
  WithAside,
  Wrap,
  sitePaths,
} from '#ui';
import { siteWords } from '../../locales/index.ts';
import type { AnyText } from '../../site-text.ts';
import { TextBlocks } from './text-blocks.tsx';

export interface LegalView {
  text: AnyText;
  /** The version in force, which is its date; none for texts nobody consents to. */
  version?: string;
}

const OTHERS = ['terms', 'privacy', 'refunds'] as const;

/** A long text with its table of contents. */
export function LegalPage({ view }: { view: LegalView }) {
  const words = siteWords(useReader());
  const { text, version } = view;
  const sections = Object.entries(text.sections);
  return (
    <Wrap>
      <PageHead
        title={text.title}
        lead={text.lead}
        crumbs={
          <Breadcrumbs items={[{ label: words.homeName, href: '/' }, { label: text.title }]} />
        }
      />
      {version && (
        <p class="text-version">
          {words.legal.version} <DateTime at={new Date(`${version}T12:00:00Z`)} />
        </p>
      )}
      <WithAside asideStart aside={<Contents text={text} />}>
        <article class="legal">
          {sections.map(([key, section], index) => (
            <section key={key} id={key}>
              <h2>
                {sections.length > 6 ? `${index + 1}. ` : ''}
                {section.title}
              </h2>
              <TextBlocks blocks={section.blocks} />
            </section>
          ))}
        </article>
        <OtherTexts except={text.title} />
      </WithAside>
    </Wrap>
  );
}

function Contents({ text }: { text: AnyText }) {
  const words = siteWords(useReader());
  return (
    <nav class="contents" aria-label={words.legal.contents}>
      <ol>
        {Object.entries(text.sections).map(([key, section]) => (
          <li key={key}>
            <a href={`#${key}`}>{section.title}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function OtherTexts({ except }: { except: string }) {
  const words = siteWords(useReader());
  return (
    <Panel>
      <p>{words.legal.questions}</p>
      <p class="row">
        {OTHERS.filter((key) => words.legal.names[key] !== except).map((key) => (
          <Link key={key} href={sitePaths[key]}>
            {words.legal.names[key]}
          </Link>
        ))}
        <Link href={sitePaths.help}>{words.help.title}</Link>
        <Link href={sitePaths.contact}>{words.contact.title}</Link>
      </p>
    </Panel>
  );
}
