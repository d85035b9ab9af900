import { usePage, useUiWords } from '../page-context.tsx';
import { Alternates, type SharePicture, ShareMeta } from './share-meta.tsx';

/** What a page says about itself to people and search engines. */
export interface DocumentHead {
  /** Without the site's name, which is added; '' for the home page, which is named by the site alone. */
  title: string;
  description?: string;
  /** Path without language prefix and without what does not change the content; a page without one is `noindex`. */
  canonicalPath?: string;
  bodyClass?: string;
  /** schema.org data. */
  jsonLd?: unknown;
  noindex?: boolean;
  /** The picture of shared links, 1200 × 630; the site's own unless said. */
  picture?: SharePicture;
  /** The same content for feed readers. */
  feed?: { title: string; path: string };
}

const NOINDEX = <meta name="robots" content="noindex" />;

/** JSON that cannot end the script element it stands in. */
function safeJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

function ThemeColors() {
  const { theme } = usePage();
  return (
    <>
      {theme !== 'dark' && (
        <meta
          name="theme-color"
          content="#ffffff"
          media={theme === 'auto' ? '(prefers-color-scheme: light)' : undefined}
        />
      )}
      {theme !== 'light' && (
        <meta
          name="theme-color"
          content="#1a222a"
          media={theme === 'auto' ? '(prefers-color-scheme: dark)' : undefined}
        />
      )}
    </>
  );
}

/** Everything between `<head>` and `</head>`; a page without a canonical address is not for search engines. */
export function Head(props: DocumentHead) {
  const { assets, theme, brandName, href } = usePage();
  const words = useUiWords();
  const brand = brandName ?? words.brand;
  const title =
    props.title === '' ? `${brand} · ${words.footer.motto}` : `${props.title} · ${brand}`;
  const script = assets.js('main');
  const indexed = props.canonicalPath !== undefined && !props.noindex;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      {props.description && <meta name="description" content={props.description} />}
      {indexed ? <Alternates path={props.canonicalPath ?? '/'} /> : NOINDEX}
      {props.feed && (
        <link
          rel="alternate"
          type="application/rss+xml"
          title={props.feed.title}
          href={href(props.feed.path)}
        />
      )}
      <meta name="color-scheme" content={theme === 'auto' ? 'light dark' : theme} />
      <ThemeColors />
      {assets.fonts.map((url) => (
        <link
          key={url}
          rel="preload"
          href={url}
          as="font"
          type="font/woff2"
          crossOrigin="anonymous"
        />
      ))}
      {assets.css.map((url) => (
        <link key={url} rel="stylesheet" href={url} />
      ))}
      {script && <script type="module" src={script} />}
      <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
      <link rel="manifest" href="/site.webmanifest" />
      <ShareMeta
        brand={brand}
        title={props.title === '' ? `${brand} · ${words.footer.motto}` : props.title}
        description={props.description}
        path={indexed ? props.canonicalPath : undefined}
        picture={props.picture}
      />
      {props.jsonLd !== undefined && (
        <script
          type="application/ld+json"
          dangerouslySetInnerHTML={{ __html: safeJson(props.jsonLd) }}
        />
      )}
    </head>
  );
}
