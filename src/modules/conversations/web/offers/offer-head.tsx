import type { MemberCard } from '#identity';
import { Breadcrumbs, PageHead, usePage } from '#ui';
import { talkPaths } from '../../conversation-paths.ts';
import { conversationsWords } from '../../locales/index.ts';

export interface Refused {
  errors?: Record<string, string>;
  values?: Record<string, string | string[]>;
  /** Why nothing was sent though nothing was wrong with it. */
  trouble?: string;
}

export const useOfferWords = () => conversationsWords(usePage().reader).offers;

/** The head of a page that hangs on a conversation. */
export function OfferHead(props: {
  conversationId: string;
  title: string;
  lead?: string;
  other: MemberCard;
}) {
  const words = conversationsWords(usePage().reader);
  return (
    <PageHead
      title={props.title}
      lead={props.lead}
      crumbs={
        <Breadcrumbs
          items={[
            { label: words.list.title, href: talkPaths.list },
            { label: props.other.displayName, href: talkPaths.thread(props.conversationId) },
            { label: props.title },
          ]}
        />
      }
    />
  );
}
