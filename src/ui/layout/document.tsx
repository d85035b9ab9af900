import { direction, LOCALES, localePath } from '#platform/i18n';
import type { ComponentChildren } from 'preact';
import { Link } from '../actions/link.tsx';
import { Flash } from '../display/flash.tsx';
import { usePage, useUiWords } from '../page-context.tsx';
import { SiteFooter } from './site-footer.tsx';
import { SiteHeader } from './site-header.tsx';

/** What a page says about itself to people and search engines. */
export interface DocumentHead {
  /** Without the site's name, which is added; '' for the home page, which is named by the site alone. */
  title: string;
  description?: string;
  /** Path without language prefix and without what does not change the content; no alternates without it. */
  canonicalPath?: string;
  bodyClass?: string;
  /** schema.org data. */
  jsonLd?: unknown;
  noindex?: boolean;
  /** Whole address of a picture for shared links. */
  imageUrl?: string;
}

/** JSON that cannot end the script element it stands in. */
function safeJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

function Alternates({ path }: { path: string }) {
  const { origin, reader } = usePage();
  return (
    <>
      <link rel="canonical" href={origin + localePath(reader.locale, path)} />
      {LOCALES.map((locale) => (
        <link
          key={locale}
          rel="alternate"
          hreflang={locale}
          href={origin + localePath(locale, path)}
        />
      ))}
      <link rel="alternate" hreflang="x-default" href={origin + localePath('ar', path)} />
    </>
  );
}

function Head(props: DocumentHead) {
  const { assets, theme, brandName } = usePage();
  const words = useUiWords();
  const brand = brandName ?? words.brand;
  const title =
    props.title === '' ? `${brand} · ${words.footer.motto}` : `${props.title} · ${brand}`;
  const script = assets.js('main');
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      {props.description && <meta name="description" content={props.description} />}
      {props.noindex && <meta name="robots" content="noindex" />}
      {props.canonicalPath !== undefined && <Alternates path={props.canonicalPath} />}
      <meta name="color-scheme" content={theme === 'auto' ? 'light dark' : theme} />
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
      <meta property="og:title" content={props.title === '' ? brand : props.title} />
      {props.description && <meta property="og:description" content={props.description} />}
      {props.imageUrl && <meta property="og:image" content={props.imageUrl} />}
      {props.jsonLd !== undefined && (
        <script
          type="application/ld+json"
          dangerouslySetInnerHTML={{ __html: safeJson(props.jsonLd) }}
        />
      )}
    </head>
  );
}

function DemoStrip() {
  const { demo } = usePage();
  if (!demo) return null;
  return (
    <aside class="demo-strip" aria-label={demo.text}>
      <div class="wrap">
        <span>{demo.text}</span>
        {demo.links.map((link) => (
          <Link key={link.href} href={link.href}>
            {link.label}
          </Link>
        ))}
      </div>
    </aside>
  );
}

/** A whole page: head, header, the content in `<main>`, footer. */
export function Document(props: DocumentHead & { children: ComponentChildren }) {
  const { reader, theme } = usePage();
  const words = useUiWords();
  return (
    <html
      lang={reader.locale}
      dir={direction(reader.locale)}
      data-theme={theme === 'auto' ? undefined : theme}
    >
      <Head {...props} />
      <body class={props.bodyClass}>
        <a class="skip-link" href="#content">
          {words.skip}
        </a>
        <DemoStrip />
        <SiteHeader />
        <main id="content" tabIndex={-1}>
          <Flash />
          {props.children}
        </main>
        <SiteFooter />
      </body>
    </html>
  );
}
