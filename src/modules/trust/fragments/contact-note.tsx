import { Icon, Link, useReader } from '#ui';
import type { ContactMask } from '../ladder/contact-masks.ts';
import { trustWords } from '../locales/index.ts';
import { trustPaths } from '../trust-paths.ts';
import { ContactText } from './contact-text.tsx';

/**
 * Under a message of which something is masked: to its writer what, why and where to object; to the
 * other side why they do not read it; to the staff that the other side does not.
 */
export function ContactNote(props: {
  mask: ContactMask;
  text: string;
  to: 'writer' | 'other' | 'staff';
}) {
  const words = trustWords(useReader()).contact;
  const { mask, text, to } = props;
  if (to !== 'writer') {
    return (
      <p class="message-foot">
        <Icon name="shield-check" /> {to === 'other' ? words.maskedForYou : words.maskedForOther}
      </p>
    );
  }
  return (
    <>
      <p class="message-foot">
        <Icon name="shield-check" /> {words.maskedOfYours}
      </p>
      <ContactText text={text} parts={mask.parts} />
      <p class="message-foot">
        {mask.objected ? words.objected : words.whyMasked}{' '}
        <Link href={trustPaths.case(mask.caseId)}>
          {mask.objected ? words.follow : words.mistakeLink}
        </Link>
      </p>
    </>
  );
}
