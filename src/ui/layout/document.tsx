import { direction } from '#platform/i18n';
import type { ComponentChildren } from 'preact';
import { Link } from '../actions/link.tsx';
import { Flash } from '../display/flash.tsx';
import { usePage, useUiWords } from '../page-context.tsx';
import { type DocumentHead, Head } from './head.tsx';
import { SiteFooter } from './site-footer.tsx';
import { SiteHeader } from './site-header.tsx';

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
