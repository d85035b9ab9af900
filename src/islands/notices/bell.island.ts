/**
 * Keeps the number at the bell true while the page is in sight, and says it to those who listen. A page out
 * of sight holds no line: it asks anew when it comes back.
 */
export default function bell(element: HTMLElement): void {
  let source: EventSource | undefined;
  let opened = false;
  const show = (event: MessageEvent<string>) => {
    const { text, label } = JSON.parse(event.data) as { text: string; label: string };
    const count = element.querySelector('.count') ?? document.createElement('span');
    count.className = 'count';
    count.textContent = text;
    if (text === '') count.remove();
    else element.querySelector('[role=status]')?.before(count);
    const status = element.querySelector('[role=status]');
    if (status) status.textContent = label;
  };
  const listen = () => {
    source?.close();
    source = undefined;
    if (document.hidden) return;
    const again = opened ? '?now=yes' : '';
    opened = true;
    source = new EventSource((element.dataset['source'] ?? '') + again);
    source.addEventListener('unread', show);
  };
  document.addEventListener('visibilitychange', listen);
  addEventListener('pagehide', () => source?.close());
  listen();
}
