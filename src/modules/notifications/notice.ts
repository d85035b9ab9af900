import type { Locale, Reader } from '#platform/i18n';
import type { NoticeTopic } from './choices/notice-topic.ts';

/** A notice in words: the title says it whole, the body adds what to do. */
export interface NoticeWords {
  title: string;
  body: string;
  /** On the mail's button; a general word otherwise. */
  action?: string;
  /** In the mail, before the link that ends letters of this kind. */
  stop?: string;
}

/** A kind of notice: its words for a reader, where it leads, whether it also goes out as mail. */
export interface Notice<P extends object> {
  /** `<module>.<what>`; stays the same over releases, stored notices are read by it. */
  kind: string;
  email: boolean;
  /** What its letters are about: a member may stop those. Without one they always go out. */
  topic?: NoticeTopic;
  /** Left out of the in-app list: its link is a secret, or its reader cannot sign in yet. */
  mailOnly: boolean;
  /** `params` come back from JSON: texts, numbers, and amounts and instants as text. */
  words(locale: Locale, params: P, reader: Reader): NoticeWords;
  /** A path of this site without language prefix. */
  href(params: P): string;
  /** Where letters of this kind end with one press, without signing in. */
  stopHref?(params: P): string;
}

// One catalogue a process, filled while modules load: the list page must find the words of a kind
// that a higher module defined.
const catalogue = new Map<string, Notice<object>>();

/** Names a kind of notice and its words; a kind is defined once. */
export function defineNotice<P extends object>(
  notice: Omit<Notice<P>, 'mailOnly'> & { mailOnly?: boolean },
): Notice<P> {
  if (catalogue.has(notice.kind)) throw new Error(`notice ${notice.kind} is defined twice`);
  const whole: Notice<P> = { ...notice, mailOnly: notice.mailOnly ?? false };
  catalogue.set(whole.kind, whole as unknown as Notice<object>);
  return whole;
}

/** The kind of a stored notice; undefined for one that no release defines any more. */
export function findNoticeKind(kind: string): Notice<object> | undefined {
  return catalogue.get(kind);
}
