import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { PageProvider, type PageValue } from '../page-context.tsx';
import { Document } from './document.tsx';
import type { DocumentHead } from './head.tsx';

/** The HTML of a whole page. */
export function renderPage(value: PageValue, head: DocumentHead, body: ComponentChildren): string {
  const html = renderToString(
    <PageProvider value={value}>
      <Document {...head}>{body}</Document>
    </PageProvider>,
  );
  return `<!doctype html>${html}`;
}
