import { type ComponentChildren, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { PageProvider, type PageValue } from '../page-context.tsx';
import { Document } from './document.tsx';
import type { DocumentHead } from './head.tsx';

/** What stands in the page until the body that is already written takes its place. */
const PLACE = 'body-stands-here';
const PLACE_HTML = `<${PLACE}></${PLACE}>`;

/** The HTML of a whole page; its body as components, or as the HTML that `renderBody` made of them. */
export function renderPage(
  value: PageValue,
  head: DocumentHead,
  body: ComponentChildren | { html: string },
): string {
  const written = isWritten(body) ? body.html : undefined;
  const html = renderToString(
    <PageProvider value={value}>
      <Document {...head}>{written === undefined ? body : h(PLACE, {})}</Document>
    </PageProvider>,
  );
  if (written === undefined) return `<!doctype html>${html}`;
  const at = html.indexOf(PLACE_HTML);
  return `<!doctype html>${html.slice(0, at)}${written}${html.slice(at + PLACE_HTML.length)}`;
}

/** The HTML of a body alone. It must not depend on the page's address or colours. */
export function renderBody(value: PageValue, body: ComponentChildren): string {
  return renderToString(<PageProvider value={value}>{body}</PageProvider>);
}

function isWritten(body: ComponentChildren | { html: string }): body is { html: string } {
  return typeof body === 'object' && body !== null && 'html' in body;
}
