import { hueClass, hueOf } from './hue.ts';

export interface AvatarProps {
  name: string;
  /** What the colour comes from (the member's id); the name otherwise. */
  seed?: string;
  src?: string;
  size?: 'small' | 'normal' | 'large';
}

const segmenter = new Intl.Segmenter('ar', { granularity: 'grapheme' });

/** The first letter of a name, without the Arabic article. */
export function initialOf(name: string): string {
  const bare = name.trim().replace(/^ال(?=\p{L}{2})/u, '');
  // Plain Arabic letters need no segmenter, which is slow.
  const letter = /^[\u0621-\u063a\u0641-\u064a]/.exec(bare)?.[0];
  if (letter) return letter;
  const [first] = segmenter.segment(bare.normalize('NFC').replace(/[\u064b-\u065f]/g, ''));
  return first?.segment ?? '؟';
}

/** A member's picture, or the initial of the name on a colour of its own. The name stands beside it, so it is decoration. */
export function Avatar({ name, seed, src, size = 'normal' }: AvatarProps) {
  const classes = `avatar avatar-${size} ${hueClass(hueOf(seed ?? name))}`;
  if (src) return <img class={classes} src={src} alt="" width={40} height={40} loading="lazy" />;
  return (
    <span class={classes} aria-hidden="true">
      {initialOf(name)}
    </span>
  );
}
