import type { Reader } from '#platform/i18n';
import type { DemoStrip } from '#ui';
import { operationsPaths } from '../operations-paths.ts';
import { operationsWords } from '../locales/index.ts';

/** The strip above the header of a demonstration: what it is, and where its instruments are. */
export function demoStrip(reader: Reader): DemoStrip {
  const { strip } = operationsWords(reader);
  return {
    text: strip.text,
    links: [
      { href: operationsPaths.demo, label: strip.demo },
      { href: operationsPaths.outbox, label: strip.outbox },
      { href: operationsPaths.clock, label: strip.clock },
    ],
  };
}
