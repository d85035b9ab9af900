/** Letters that stand for one foreign sound. Both sides are folded afterwards («ڤ» → «ف»). */
const CLASSES: Readonly<Record<string, readonly string[]>> = {
  g: ['ج', 'غ', 'ق', 'ك'],
  v: ['ف'],
  p: ['ب'],
  t: ['ت', 'ط'],
  s: ['س', 'ص'],
  k: ['ك', 'ق'],
  c: ['ج', 'تش', 'ش'],
  z: ['ز', 'ذ', 'ظ'],
  d: ['د', 'ض'],
};
/** A template that would say more than this is cut off: it says nothing useful. */
const MOST_SPELLINGS = 512;

/** Every spelling of a template: `{g}` classes of letters, `(ا)` may be missing, `[ا|ي]` either. */
export function expandTemplate(template: string): string[] {
  let spellings = [''];
  for (const choices of choicesOf(template)) {
    if (spellings.length * choices.length > MOST_SPELLINGS) break;
    spellings = spellings.flatMap((start) => choices.map((choice) => start + choice));
  }
  return [...new Set(spellings)];
}

function choicesOf(template: string): string[][] {
  return [...template.matchAll(/\{(.)\}|\(([^)]*)\)|\[([^\]]*)\]|([^{}()[\]])/gu)].map(
    ([, letter, optional, either, plain]) => {
      if (letter !== undefined) return [...(CLASSES[letter] ?? [letter])];
      if (optional !== undefined) return [optional, ''];
      if (either !== undefined) return either.split('|');
      return [plain ?? ''];
    },
  );
}
