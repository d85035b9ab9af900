/** More messages than this are never in the document at once. */
const MOST = 200;

export const messagesOf = (root: ParentNode) => root.querySelector<HTMLElement>('.messages');

const articles = (list: ParentNode) => [...list.querySelectorAll<HTMLElement>('article[id]')];
const linkIn = (list: ParentNode, rel: 'prev' | 'next') =>
  list.querySelector<HTMLAnchorElement>(`a[rel=${rel}]`);
const markOf = (link: Element | null) => link?.closest<HTMLElement>('.message-mark');

/** Puts what a fetched page has anew at the end, and marks what was read; answers the page. */
export function putNewest(root: HTMLElement, html: string): Document {
  const page = new DOMParser().parseFromString(html, 'text/html');
  putLiveParts(root, page);
  const list = messagesOf(root);
  const fresh = messagesOf(page);
  if (!fresh) return page;
  if (!list) {
    root.querySelector('#conversation .mute')?.replaceWith(fresh);
    return page;
  }
  // Reading further back: the newest is reached by the link.
  if (linkIn(list, 'next')) return page;
  const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 80;
  const known = articles(list).at(-1);
  const there = known && fresh.querySelector(`#${known.id}`);
  if (!there) list.replaceChildren(...fresh.childNodes);
  else append(list, fresh, there);
  trim(list, 'start', linkIn(page, 'prev'));
  if (atEnd) list.scrollTo({ top: list.scrollHeight });
  return page;
}

/** What stands beside the messages and changes with them; while somebody types in it, it stays. */
function putLiveParts(root: ParentNode, page: ParentNode): void {
  for (const part of root.querySelectorAll<HTMLElement>('[data-live-part]')) {
    const fresh = page.querySelector(`#${part.id}`);
    const typing = part.contains(document.activeElement) || part.querySelector('details[open]');
    if (fresh && !typing && fresh.innerHTML !== part.innerHTML) part.replaceWith(fresh);
  }
}

function append(list: HTMLElement, fresh: HTMLElement, after: Element): void {
  for (const now of articles(fresh)) {
    const before = list.querySelector(`#${now.id}`);
    if (before && before.outerHTML !== now.outerHTML) before.replaceWith(now.cloneNode(true));
  }
  const children = [...fresh.children];
  list.append(...children.slice(children.indexOf(after) + 1));
}

/** Follows the link to older or newer messages in place; what is then too far away leaves. */
export async function readOn(root: HTMLElement, link: HTMLAnchorElement): Promise<void> {
  const list = messagesOf(root);
  const answer = await fetch(link.href, { headers: { accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = messagesOf(page);
  if (!answer.ok || !list || !fresh) throw new Error('no messages');
  const back = link.rel === 'prev';
  const stays = articles(list)[back ? 0 : articles(list).length - 1];
  const place = stays?.getBoundingClientRect().top ?? 0;
  const other = markOf(linkIn(fresh, back ? 'next' : 'prev'));
  other?.remove();
  const mark = markOf(link);
  if (back) mark?.replaceWith(...fresh.childNodes);
  else mark?.replaceWith(...fresh.childNodes);
  trim(list, back ? 'end' : 'start', other?.querySelector('a') ?? null);
  const moved = (stays?.getBoundingClientRect().top ?? 0) - place;
  list.scrollBy({ top: moved });
  const first = back ? undefined : articles(list).at(-1);
  (first ?? list).focus({ preventScroll: true });
}

/** Takes away what is over the most at one end, and leaves a link to it there. */
function trim(list: HTMLElement, end: 'start' | 'end', model: HTMLAnchorElement | null): void {
  const all = articles(list);
  if (all.length <= MOST) return;
  const kept = end === 'start' ? all.slice(-MOST) : all.slice(0, MOST);
  const edge = end === 'start' ? kept[0] : kept.at(-1);
  const children = [...list.children];
  const at = edge ? children.indexOf(edge) : 0;
  const gone = end === 'start' ? children.slice(0, at) : children.slice(at + 1);
  const model_ =
    model ?? gone.map((one) => one.querySelector<HTMLAnchorElement>('a[rel]')).find(Boolean);
  const mark = markOf(model_ ?? null)?.cloneNode(true);
  for (const one of gone) one.remove();
  if (!(mark instanceof HTMLElement)) return;
  const link = mark.querySelector('a');
  const seq = edge?.id.replace('m-', '') ?? '';
  if (link) {
    const url = new URL(link.href);
    url.search = end === 'start' ? `?before=${seq}` : `?after=${seq}`;
    link.href = url.href;
  }
  if (end === 'start') list.prepend(mark);
  else list.append(mark);
}
