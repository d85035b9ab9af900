import { CopyText, Icon, Panel, Row, Stack, usePage, useReader } from '#ui';
import { catalogueWords } from '../locales/index.ts';

/** Sends a page on: plain links that tell nobody who pressed them, and nothing loaded from elsewhere. */
export function SharePanel({ path, title }: { path: string; title: string }) {
  const { origin } = usePage();
  const words = catalogueWords(useReader()).share;
  const address = `${origin}${encodeURI(path)}`;
  const text = encodeURIComponent(title);
  const url = encodeURIComponent(address);
  const places = [
    ['WhatsApp', `https://wa.me/?text=${text}%20${url}`],
    ['Telegram', `https://t.me/share/url?url=${url}&text=${text}`],
    ['X', `https://x.com/intent/post?text=${text}&url=${url}`],
  ] as const;
  return (
    <Panel title={words.title}>
      <Stack>
        <CopyText text={address} label={words.copy} />
        <Row>
          {places.map(([name, href]) => (
            <a key={name} class="share-link" href={href} target="_blank" rel="noopener noreferrer">
              <Icon name="external-link" /> <bdi>{name}</bdi>
              <span class="visually-hidden"> {words.newTab}</span>
            </a>
          ))}
          <button
            type="button"
            class="share-link needs-js"
            data-island="share"
            data-title={title}
            data-url={address}
            hidden
          >
            <Icon name="send" /> {words.more}
          </button>
        </Row>
      </Stack>
    </Panel>
  );
}
