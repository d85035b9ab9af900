import { get, type HttpRequest, page } from '#platform/http';
import { cleanLine } from '#platform/i18n';
import { NotFound } from '#platform/refusals';
import type { HelpTopics } from '../../locales/help/topics.ts';
import { siteWords } from '../../locales/index.ts';
import { helpTopics } from '../../locales/texts.ts';
import { searchHelp } from '../../search-help.ts';
import type { AnyText, Block } from '../../site-text.ts';
import { HelpPage, type HelpSearch, HelpTopicPage } from './help.page.tsx';
import { writeRules } from '../write-rules.ts';
import { sitePaths } from '#ui';

const CACHED_SECONDS = 60;
const LONGEST_QUERY = 100;

async function topicsFor({ ctx }: HttpRequest): Promise<HelpTopics> {
  return helpTopics(ctx.reader.locale, await writeRules(ctx));
}

function searchOf(request: HttpRequest, topics: HelpTopics): HelpSearch | undefined {
  const { q } = request.query;
  const query = typeof q === 'string' ? cleanLine(q).slice(0, LONGEST_QUERY) : '';
  if (query === '') return undefined;
  return { query, hits: searchHelp(topics as unknown as Record<string, AnyText>, query) };
}

export const helpRoutes = [
  get(sitePaths.help, { access: 'public' }, async (request) => {
    const words = siteWords(request.ctx.reader).help;
    const topics = await topicsFor(request);
    const search = searchOf(request, topics);
    const head = {
      title: words.title,
      description: words.lead,
      canonicalPath: sitePaths.help,
      noindex: search !== undefined,
    };
    return page(head, <HelpPage topics={topics} search={search} />, {
      cacheSeconds: search ? undefined : CACHED_SECONDS,
    });
  }),
  get(`${sitePaths.help}/:topic`, { access: 'public', example: 'help-topic' }, async (request) => {
    const topics = await topicsFor(request);
    const topic = request.params.topic as keyof HelpTopics;
    if (!Object.hasOwn(topics, topic)) throw new NotFound();
    const head = {
      title: topics[topic].title,
      description: topics[topic].lead,
      canonicalPath: `${sitePaths.help}/${topic}`,
      jsonLd: faqJsonLd(topics[topic]),
    };
    return page(head, <HelpTopicPage topic={topic} topics={topics} />, {
      cacheSeconds: CACHED_SECONDS,
    });
  }),
];

/** Questions with their plain answers, for search engines. */
function faqJsonLd(text: AnyText) {
  return {
    '@context': 'https://schema.org',
    '@type': 'FAQPage',
    mainEntity: Object.values(text.sections).map((section) => ({
      '@type': 'Question',
      name: section.title,
      acceptedAnswer: {
        '@type': 'Answer',
        text: section.blocks
          .map(plainText)
          .join(' ')
          .replace(/[\u2066-\u2069]/g, '')
          .trim(),
      },
    })),
  };
}

/** A block as one line of text, for machines. */
function plainText(block: Block): string {
  if (typeof block === 'string') return block;
  if ('list' in block) return block.list.join('؛ ');
  if ('note' in block) return block.note;
  return block.table.rows.map((row) => row.join('، ')).join('؛ ');
}
