const WAIT_MS = 120;
let lists = 0;

/** The list under one search box. */
interface Lines {
  readonly isOpen: boolean;
  show(html: string): void;
  close(): void;
  /** To the next line or the one before; one place before the first is the box itself. */
  step(by: 1 | -1): void;
  /** Goes where the chosen line leads; false when none is chosen. */
  go(): boolean;
}

/**
 * Suggestions under a search box while somebody types: an ARIA combobox with a list. Arrows choose,
 * Enter goes there, Escape closes, the number of lines is announced. What was asked before is dropped.
 */
export default function suggest(form: HTMLElement): void {
  const input = form.querySelector('input');
  const address = form.dataset['suggestions'];
  if (!input || !address) return;
  const lines = linesUnder(form, input);
  const ask = asker(input, address, lines);
  let timer = 0;
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), WAIT_MS) as unknown as number;
  });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (!lines.isOpen) return void ask();
      event.preventDefault();
      lines.step(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter') {
      if (lines.go()) event.preventDefault();
    } else if (event.key === 'Escape' && lines.isOpen) {
      event.preventDefault();
      lines.close();
    }
  });
  input.addEventListener('blur', () => {
    clearTimeout(timer);
    lines.close();
  });
}

/** Fetches the lines for what stands in the box; an older answer that comes late is dropped. */
function asker(input: HTMLInputElement, address: string, lines: Lines): () => Promise<void> {
  const known = new Map<string, string>();
  let asking: AbortController | undefined;
  return async () => {
    const text = input.value.trim();
    asking?.abort();
    if (text === '') return lines.close();
    const before = known.get(text);
    if (before !== undefined) return lines.show(before);
    const own = new AbortController();
    asking = own;
    try {
      const answer = await fetch(`${address}?q=${encodeURIComponent(text)}`, {
        signal: own.signal,
      });
      if (!answer.ok) return;
      const found = await answer.text();
      known.set(text, found);
      if (document.activeElement === input) lines.show(found);
    } catch {
      // Dropped for a newer one, or the line is gone: the box works without.
    }
  };
}

function linesUnder(form: HTMLElement, input: HTMLInputElement): Lines {
  lists += 1;
  const id = `suggestions-${lists}`;
  const list = document.createElement('div');
  const said = document.createElement('p');
  let at = -1;
  Object.assign(list, { className: 'suggest-list', hidden: true });
  said.className = 'visually-hidden';
  said.setAttribute('role', 'status');
  form.append(list, said);
  tie(input, { role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': id });
  tie(input, { 'aria-expanded': 'false', autocomplete: 'off' });
  // A press on a line must not take the focus from the box before it is a click.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  const options = () => list.querySelectorAll<HTMLElement>('[role=option]');
  const choose = (next: number) => {
    options()[at]?.setAttribute('aria-selected', 'false');
    at = next;
    const line = options()[at];
    line?.setAttribute('aria-selected', 'true');
    line?.scrollIntoView({ block: 'nearest' });
    if (line) input.setAttribute('aria-activedescendant', line.id);
    else input.removeAttribute('aria-activedescendant');
  };
  const open = (isOpen: boolean) => {
    list.hidden = !isOpen;
    input.setAttribute('aria-expanded', String(isOpen));
  };
  return {
    get isOpen() {
      return !list.hidden;
    },
    show(html) {
      choose(-1);
      list.innerHTML = html;
      const box = list.firstElementChild as HTMLElement | null;
      if (box) box.id = id;
      // Two boxes may stand on one page: the lines' ids are this one's.
      for (const [index, line] of options().entries()) line.id = `${id}-${index}`;
      open(options().length > 0);
      said.textContent = box?.dataset['said'] ?? '';
    },
    close() {
      choose(-1);
      open(false);
    },
    step(by) {
      const places = options().length + 1;
      choose(((at + 1 + by + places) % places) - 1);
    },
    go() {
      options()[at]?.click();
      return at >= 0;
    },
  };
}

function tie(element: Element, attributes: Record<string, string>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}
