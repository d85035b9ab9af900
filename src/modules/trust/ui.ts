export { ContactFindings, type ContactFinding } from './fragments/contact-findings.tsx';
export { ContactNote } from './fragments/contact-note.tsx';
export { LevelBadge, levelName } from './fragments/level-badge.tsx';
