/** Buttons over a text of the tiny rich text: bold, list. What they write can be typed as well. */
export default function textTools(bar: HTMLElement): void {
  const text = document.getElementById(bar.dataset['for'] ?? '');
  if (!(text instanceof HTMLTextAreaElement)) return;
  text.before(bar);
  bar.hidden = false;
  const tools: Record<string, () => void> = {
    bold: () => wrap(text, '**'),
    list: () => list(text),
  };
  bar.addEventListener('click', (event) => {
    const tool = (event.target as Element).closest<HTMLElement>('[data-tool]')?.dataset['tool'];
    tools[tool ?? '']?.();
  });
  text.addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() !== 'b' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    wrap(text, '**');
  });
}

/** Puts the mark around what is chosen, or takes it away. */
function wrap(text: HTMLTextAreaElement, mark: string): void {
  const { selectionStart: start, selectionEnd: end, value } = text;
  const chosen = value.slice(start, end);
  const inner = chosen.trim();
  const marked = inner.startsWith(mark) && inner.endsWith(mark) && inner.length > 2 * mark.length;
  const [before, after] = [
    chosen.slice(0, chosen.indexOf(inner)),
    chosen.slice(chosen.indexOf(inner) + inner.length),
  ];
  const written = marked ? inner.slice(mark.length, -mark.length) : `${mark}${inner}${mark}`;
  put(text, { from: start, to: end, written: before + written + after });
  if (inner === '') text.setSelectionRange(start + mark.length, start + mark.length);
}

const ITEM = /^\s*[-•–*]\s+/;

/** Makes the chosen lines items of a list, or plain lines again. */
function list(text: HTMLTextAreaElement): void {
  const { value } = text;
  const from = value.lastIndexOf('\n', text.selectionStart - 1) + 1;
  const next = value.indexOf('\n', text.selectionEnd);
  const to = next === -1 ? value.length : next;
  const lines = value.slice(from, to).split('\n');
  const all = lines.every((line) => ITEM.test(line));
  const written = lines.map((line) =>
    all ? line.replace(ITEM, '') : `- ${line.replace(ITEM, '')}`,
  );
  put(text, { from, to, written: written.join('\n') });
}

function put(
  text: HTMLTextAreaElement,
  change: { from: number; to: number; written: string },
): void {
  text.focus();
  text.setRangeText(change.written, change.from, change.to, 'select');
  text.dispatchEvent(new Event('input', { bubbles: true }));
}
