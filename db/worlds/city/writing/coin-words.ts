/** Forms that Arabic gives a root of three letters, written with ف ع ل. */
const FORMS = [
  'فعال',
  'فعيل',
  'فاعل',
  'فعلة',
  'مفعل',
  'أفعال',
  'فعول',
  'تفعيل',
  'فعلى',
  'فعلان',
  'فاعلة',
  'مفعول',
  'فعيلة',
  'أفعل',
  'فعالة',
  'مفاعل',
  'تفاعل',
  'مفعلة',
  'افتعال',
  'فواعل',
  'انفعال',
  'فيعل',
  'استفعال',
  'فعائل',
  'مفعال',
  'تفعلة',
];

/** Weak roots and their forms read badly side by side: what would double a letter is left out. */
const CLUMSY = /(.)\1|[اوي]{3}|ؤ|ئا|اا|اأ|أا/;

/**
 * Words that could be names of shops and projects: each root in each form, those that read well. Real
 * catalogues have such a tail of names that each come a few times. The commonest roots and forms first.
 */
export function coinWords(roots: readonly string[]): string[] {
  const words = new Set<string>();
  for (let rank = 0; rank < roots.length + FORMS.length; rank += 1) {
    for (let form = 0; form < FORMS.length; form += 1) {
      const root = roots[rank - form];
      if (root === undefined) continue;
      const word = formed(root, FORMS[form] ?? '');
      if (!CLUMSY.test(word)) words.add(word);
    }
  }
  return [...words];
}

function formed(root: string, form: string): string {
  const [first = '', second = '', third = ''] = root;
  const letters: Record<string, string> = { ف: first, ع: second, ل: third };
  return Array.from(form, (letter) => letters[letter] ?? letter).join('');
}
