/** A run of text, bold or not. */
export interface TextPart {
  text: string;
  bold: boolean;
}

export type TextBlock =
  | { kind: 'paragraph'; lines: TextPart[][] }
  | { kind: 'list'; items: TextPart[][] };

const ITEM = /^\s*[-•–*]\s+/;

/**
 * The tiny rich text of descriptions and answers: an empty line parts paragraphs, lines that begin
 * with a dash are a list, **two stars** make bold. Anything else is only text; nothing is HTML.
 */
export function parseRichText(text: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  for (const chunk of text.split(/\n\s*\n/)) {
    for (const line of chunk.split('\n').filter((part) => part.trim() !== '')) {
      addLine(blocks, line, chunk.trimStart().startsWith(line.trimStart()));
    }
  }
  return blocks;
}

function addLine(blocks: TextBlock[], line: string, opensChunk: boolean): void {
  const last = blocks.at(-1);
  if (ITEM.test(line)) {
    const item = parseBold(line.replace(ITEM, ''));
    if (last?.kind === 'list') last.items.push(item);
    else blocks.push({ kind: 'list', items: [item] });
    return;
  }
  const parts = parseBold(line.trim());
  if (last?.kind === 'paragraph' && !opensChunk) last.lines.push(parts);
  else blocks.push({ kind: 'paragraph', lines: [parts] });
}

function parseBold(line: string): TextPart[] {
  return line
    .split(/\*\*(?=\S)(.+?)(?<=\S)\*\*/)
    .map((text, index) => ({ text, bold: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}

/** The text alone in one line, cut to a length at a space: for search engines and cards. */
export function plainSummary(text: string, length = 160): string {
  const plain = text
    .replace(/\*\*/g, '')
    .replace(/^\s*[-•–*]\s+/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (plain.length <= length) return plain;
  return `${plain.slice(0, length).replace(/\s+\S*$/, '')}…`.toWellFormed();
}
