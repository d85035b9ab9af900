import { localePath, type Reader } from '#platform/i18n';
import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Assets } from './assets.ts';
import { uiWords } from './locales/index.ts';

/** The signed-in member, as the header needs them. */
export interface Viewer {
  memberId: string;
  displayName: string;
  handle: string;
  /** What can be spent, in USD cents. */
  balanceMinor: bigint;
  unreadNotices: number;
  unreadMessages: number;
  /** Services in the cart. */
  cartLines: number;
  roles: readonly string[];
}

export type Theme = 'auto' | 'light' | 'dark';

/** One sentence about what was just done, shown once at the top of the page. */
export interface FlashMessage {
  tone: 'good' | 'danger' | 'info';
  text: string;
}

/** A strip above the header that only demonstration sites have. */
export interface DemoStrip {
  text: string;
  links: readonly { href: string; label: string }[];
}

/** What every component of a page may ask for. */
export interface PageValue {
  reader: Reader;
  /** Adds the language prefix to a path of this site. */
  href(path: string): string;
  /** Path and query of this page without the language prefix. */
  path: string;
  /** Scheme and host for canonical addresses, without a final slash. */
  origin: string;
  now: Date;
  theme: Theme;
  assets: Assets;
  viewer?: Viewer;
  csrfToken?: string;
  flash?: FlashMessage;
  demo?: DemoStrip;
  /** The operator's name for the site; «حِرفة» otherwise. */
  brandName?: string;
}

const PageContext = createContext<PageValue | undefined>(undefined);

/** Everything inside can `usePage()`. */
export function PageProvider(props: { value: PageValue; children: ComponentChildren }) {
  return <PageContext.Provider value={props.value}>{props.children}</PageContext.Provider>;
}

/** The page being written: reader, addresses, viewer, clock. */
export function usePage(): PageValue {
  const page = useContext(PageContext);
  if (!page) throw new Error('a component was rendered outside PageProvider');
  return page;
}

/** The reader of this page. */
export function useReader(): Reader {
  return usePage().reader;
}

/** The design system's own few words, in the reader's language. */
export function useUiWords() {
  return uiWords(usePage().reader);
}

/** The usual `href` of a page value: the language prefix of its reader, other sites untouched. */
export function hrefFor(reader: Reader): PageValue['href'] {
  return (path) => (/^(?:[a-z]+:|#|\/\/)/i.test(path) ? path : localePath(reader.locale, path));
}
