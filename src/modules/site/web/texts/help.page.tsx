import {
  Breadcrumbs,
  Button,
  EmptyState,
  Form,
  Icon,
  type IconName,
  Link,
  LinkButton,
  PageHead,
  Stack,
  TextInput,
  useReader,
  WithAside,
  Wrap,
  sitePaths,
} from '#ui';
import type { HelpTopics } from '../../locales/help/topics.ts';
import { siteWords } from '../../locales/index.ts';
import type { HelpHit } from '../../search-help.ts';
import type { AnyText } from '../../site-text.ts';
import { TextBlocks } from './text-blocks.tsx';

const ICONS: Readonly<Record<keyof HelpTopics, IconName>> = {
  buying: 'shopping-bag',
  paying: 'wallet',
  orders: 'package',
  selling: 'store',
  earnings: 'hand-coins',
  account: 'user',
  safety: 'shield-check',
};

export interface HelpSearch {
  query: string;
  hits: readonly HelpHit[];
}

/** The door of the help centre: a search, and the topics with their questions. */
export function HelpPage({ topics, search }: { topics: HelpTopics; search?: HelpSearch }) {
  const words = siteWords(useReader()).help;
  return (
    <Wrap>
      <PageHead title={words.title} lead={words.lead} />
      <Stack gap={6}>
        <SearchForm query={search?.query} />
        {search ? <Hits search={search} /> : <Topics topics={topics} />}
        {search && <StillStuck />}
      </Stack>
    </Wrap>
  );
}

function SearchForm({ query }: { query?: string }) {
  const words = siteWords(useReader()).help;
  return (
    <Form action={sitePaths.help} method="get" class="inline-form" aria-label={words.search}>
      <TextInput
        name="q"
        type="search"
        label={words.search}
        placeholder={words.placeholder}
        value={query}
        maxLength={100}
        required
      />
      <Button icon="search">{words.find}</Button>
    </Form>
  );
}

function Topics({ topics }: { topics: HelpTopics }) {
  const entries = Object.entries(topics) as [keyof HelpTopics, AnyText][];
  return (
    <ul class="topic-grid">
      {entries.map(([topic, text]) => (
        <li key={topic} class="panel">
          <h2 class="topic-title">
            <Icon name={ICONS[topic]} />
            <Link href={`${sitePaths.help}/${topic}`}>{text.title}</Link>
          </h2>
          <ul class="topic-questions">
            {Object.entries(text.sections).map(([key, section]) => (
              <li key={key}>
                <Link href={`${sitePaths.help}/${topic}#${key}`}>{section.title}</Link>
              </li>
            ))}
          </ul>
        </li>
      ))}
      <li class="still-stuck">
        <StuckWords />
      </li>
    </ul>
  );
}

function Hits({ search }: { search: HelpSearch }) {
  const words = siteWords(useReader()).help;
  if (search.hits.length === 0) {
    return (
      <EmptyState
        title={words.nothing(search.query)}
        action={<LinkButton href={sitePaths.help}>{words.allTopics}</LinkButton>}
      >
        {words.nothingText}
      </EmptyState>
    );
  }
  return (
    <section aria-label={words.results}>
      <p class="mute">{words.found(search.hits.length)}</p>
      <ul class="help-hits">
        {search.hits.map((hit) => (
          <li key={`${hit.topic} ${hit.key}`}>
            <h2>
              <Link href={`${sitePaths.help}/${hit.topic}#${hit.key}`}>{hit.question}</Link>
            </h2>
            <p class="mute">{hit.excerpt}</p>
            <p class="hit-topic">{hit.topicTitle}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One topic with the answers to all its questions. */
export function HelpTopicPage(props: { topic: keyof HelpTopics; topics: HelpTopics }) {
  const words = siteWords(useReader());
  const text: AnyText = props.topics[props.topic];
  return (
    <Wrap>
      <PageHead
        title={text.title}
        lead={text.lead}
        crumbs={
          <Breadcrumbs
            items={[{ label: words.help.title, href: sitePaths.help }, { label: text.title }]}
          />
        }
      />
      <WithAside asideStart aside={<OtherTopics current={props.topic} topics={props.topics} />}>
        <article class="legal">
          {Object.entries(text.sections).map(([key, section]) => (
            <section key={key} id={key}>
              <h2>{section.title}</h2>
              <TextBlocks blocks={section.blocks} />
            </section>
          ))}
        </article>
        <StillStuck />
      </WithAside>
    </Wrap>
  );
}

function OtherTopics(props: { current: keyof HelpTopics; topics: HelpTopics }) {
  const words = siteWords(useReader()).help;
  const entries = Object.entries(props.topics) as [keyof HelpTopics, AnyText][];
  return (
    <nav class="contents" aria-label={words.topics}>
      <ul>
        {entries.map(([topic, text]) => (
          <li key={topic}>
            <Link
              href={`${sitePaths.help}/${topic}`}
              aria-current={topic === props.current ? 'page' : undefined}
            >
              <Icon name={ICONS[topic]} />
              {text.title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function StillStuck() {
  return (
    <div class="still-stuck">
      <StuckWords />
    </div>
  );
}

function StuckWords() {
  const words = siteWords(useReader()).help;
  return (
    <>
      <p>{words.stillStuck}</p>
      <LinkButton kind="secondary" href={sitePaths.contact} icon="mail">
        {words.write}
      </LinkButton>
    </>
  );
}
