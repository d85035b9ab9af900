/** Arabic letters that are written for the same foreign sound. */
const CLASSES: Readonly<Record<string, string>> = {
  ج: 'ق',
  غ: 'ق',
  ك: 'ق',
  ط: 'ت',
  ص: 'س',
  ث: 'س',
  ظ: 'ز',
  ذ: 'ز',
  ض: 'د',
};

/**
 * What loan words have in common however they are spelled: «جرافيك», «غرافك» and «قرافيك» have one
 * key. Long vowels leave nothing but the first letter; «تش» is «ش».
 */
export function spellingKey(surface: string): string {
  let key = '';
  const word = surface.replace(/تش/g, 'ش').replace(/^ال(?=.{3})/, '');
  for (let at = 0; at < word.length; at += 1) {
    const letter = word.charAt(at);
    if (at > 0 && 'اويهء'.includes(letter)) continue;
    const sound = CLASSES[letter] ?? letter;
    if (!key.endsWith(sound)) key += sound;
  }
  return key;
}
