import { Banner, Stack, useReader } from '#ui';
import type { ContactPart } from '../contact/contact-part.ts';
import { trustWords } from '../locales/index.ts';
import { ContactText } from './contact-text.tsx';

/** A text of several in which something was found. */
export interface ContactFinding {
  /** What the text is: «الوصف». */
  label: string;
  text: string;
  parts: readonly ContactPart[];
}

/** What in the texts of a service looks like a way out of the site, for who decides or who wrote it; nothing when there is none. */
export function ContactFindings(props: {
  findings: readonly ContactFinding[];
  to: 'reviewer' | 'seller';
}) {
  const { findings, to } = props;
  const words = trustWords(useReader()).contact;
  if (findings.length === 0) return null;
  return (
    <Banner tone="warn" title={to === 'reviewer' ? words.inService : words.inDraft}>
      <Stack>
        <p>{to === 'reviewer' ? words.inServiceText : words.inDraftText}</p>
        {findings.map(({ label, text, parts }) => (
          <div key={label}>
            <p class="mute">{label}</p>
            <ContactText text={text} parts={parts} />
          </div>
        ))}
      </Stack>
    </Banner>
  );
}
