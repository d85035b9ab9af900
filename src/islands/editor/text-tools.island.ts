const ITEM = /^\s*[-•–*]\s+/;

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

/** Puts the mark around each chosen line (it never spans two), or takes it away. */
function wrap(text: HTMLTextAreaElement, mark: string): void {
  const { selectionStart: from, selectionEnd: to, value } = text;
  const lines = value.slice(from, to).split('\n');
  const isMarked = (line: string) =>
    line.startsWith(mark) && line.endsWith(mark) && line.length > 2 * mark.length;
  const words = lines.map((line) => line.replace(ITEM, '').trim());
  const all = words.every((line) => line === '' || isMarked(line)) && words.some(isMarked);
  const written = lines.map((line, index) => {
    const inner = words[index] ?? '';
    if (inner === '' && lines.length > 1) return line;
    const at = line.length - line.trimEnd().length;
    const before = line.slice(0, line.length - at - inner.length);
    const after = line.slice(line.length - at);
    const changed = all ? inner.slice(mark.length, -mark.length) : `${mark}${inner}${mark}`;
    return before + changed + after;
  });
  put(text, { from, to, written: written.join('\n') });
  if (from === to) text.setSelectionRange(from + mark.length, from + mark.length);
}

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
