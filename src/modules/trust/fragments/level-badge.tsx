import type { Locale, Reader } from '#platform/i18n';
import { Badge, useReader } from '#ui';
import type { Level } from '../level.ts';
import { trustWords } from '../locales/index.ts';

const tones = { new: 'info', active: 'info', distinguished: 'good', trusted: 'good' } as const;

/** A level in the reader's words: «بائع موثوق». */
export function levelName(to: Locale | Reader, level: Level): string {
  return trustWords(to).levels[level];
}

/** A seller's level as a badge. */
export function LevelBadge({ level }: { level: Level }) {
  return (
    <Badge tone={tones[level]} icon={level === 'trusted' ? 'shield-check' : undefined}>
      {levelName(useReader(), level)}
    </Badge>
  );
}
