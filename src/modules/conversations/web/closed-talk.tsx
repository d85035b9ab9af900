import { formatDate } from '#platform/i18n';
import { trustPaths } from '#trust';
import { Banner, Link, usePage, UserText } from '#ui';
import { conversationsWords } from '../locales/index.ts';

/** That the reader's messages before orders are off, until when, and where to object. */
export function Paused({ until }: { until: Date }) {
  const { reader } = usePage();
  const words = conversationsWords(reader).thread;
  return (
    <Banner
      tone="warn"
      title={words.paused}
      action={<Link href={trustPaths.cases}>{words.pausedWhy}</Link>}
    >
      {words.pausedText(formatDate(reader, until, 'weekdayDateTime'))}
    </Banner>
  );
}

/** What was written before nothing could be sent any more: it is not taken away. */
export function NotSent(props: {
  why: string | undefined;
  values: Record<string, string | string[]>;
}) {
  const { text } = props.values;
  return (
    <div class="message-unsent">
      <Banner tone="warn" title={props.why}>
        {typeof text === 'string' && <UserText text={text} />}
      </Banner>
    </div>
  );
}
