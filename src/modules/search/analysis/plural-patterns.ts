/** A pattern of broken plurals, with those of its singulars; digits are the letters of the root. */
interface Pattern {
  plural: RegExp;
  singulars: readonly string[];
}

const L = '([ء-ي])';
const pattern = (shape: string, ...singulars: string[]): Pattern => ({
  plural: new RegExp(`^${shape.replaceAll('C', L)}$`),
  singulars,
});

/** Patterns that few other words have. */
const STRONG: readonly Pattern[] = [
  pattern('اCCاC', '$1$2$3', '$1ا$2', '$1ي$3', '$1ا$3', '$1و$3'),
  pattern('اCCCه', '$1$2ا$3', '$1$2ي$3', '$1$2و$3'),
  pattern('مCاCيC', 'م$1$2و$3', 'م$1$2ا$3', 'م$1$2ي$3', 'مي$2ا$3'),
  pattern('مCاCC', 'م$1$2$3', 'م$1$2$3ه', 'م$1ي$3ه', 'م$1ي$3', 'م$1ا$3ه'),
  pattern('CواCيC', '$1ا$2و$3', '$1ا$2ي$3', '$1ي$2ا$3', '$1ا$2ا$3'),
  pattern('CواCC', '$1ا$2$3', '$1ا$2$3ه', '$1و$2$3', '$1و$2$3ه'),
  pattern('CCاCيC', '$1$2$3و$4', '$1$2$3ي$4', '$1$2$3ا$4', '$1$2$3ي$4ه'),
  pattern('CCايC', '$1$2ي$3ه', '$1$2ا$3ه', '$1$2و$3ه', '$1$2ي$3', '$1$2ا$3'),
  pattern('CCاCC', '$1$2$3$4', '$1$2$3$4ه'),
  pattern('CCايا', '$1$2يه', '$1ا$2يه', '$1$2ي'),
  pattern('CواCي', '$1ا$2يه', '$1ا$2ي'),
  pattern('CCوC', '$1$2$3', '$1ا$2$3'),
  pattern('اCCCا', '$1$2ي$3', '$1$2ي'),
  { plural: new RegExp(`^${L}${L}و\\2$`), singulars: ['$1$2'] },
  { plural: new RegExp(`^ا${L}${L}ا\\2$`), singulars: ['$1$2'] },
];
/** Patterns that many words have that are no plurals. */
const OPEN: readonly Pattern[] = [
  pattern('CCCا', '$1$2ي$3', '$1ا$2$3'),
  pattern('CCاC', '$1$2$3', '$1ا$2$3', '$1$2ي$3', '$1$2$3ه'),
  pattern('CCC', '$1$2$3ه', '$1$2ا$3', '$1$2ي$3ه', '$1$2ي$3', '$1$2و$3'),
  pattern('CCCان', '$1$2ي$3', '$1$2ا$3', '$1ا$2$3'),
];

/** What may be the singular of a folded broken plural, by its pattern alone. */
export function singularsOf(plural: string, how: 'strong' | 'open' = 'strong'): string[] {
  const patterns = how === 'strong' ? STRONG : [...STRONG, ...OPEN];
  const found = new Set<string>();
  for (const { plural: shape, singulars } of patterns) {
    const match = shape.exec(plural);
    if (match === null) continue;
    for (const singular of singulars) {
      found.add(singular.replace(/\$(\d)/g, (_, place: string) => match[Number(place)] ?? ''));
    }
  }
  found.delete(plural);
  return [...found];
}
