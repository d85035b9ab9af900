import { isLevel } from '#trust';
import { levelName } from '#trust/ui';
import { formatList, type Reader } from '#platform/i18n';
import { Bdi, DateTime, Panel, useReader } from '#ui';
import { identityWords } from '../locales/index.ts';
import { isRole } from '../member.ts';
import type { StaffCard } from '../staff/get-staff-card.ts';

type Act = StaffCard['acts'][number];

/** A kept value in words: a level, a list of roles. */
function shownValue(reader: Reader, value: Record<string, unknown> | undefined): string {
  const words = identityWords(reader);
  const parts = Object.values(value ?? {}).flat();
  const names = parts.map((part) => {
    const text = String(part);
    if (isRole(text)) return words.roles[text];
    return isLevel(text) ? levelName(reader, text) : text;
  });
  return names.length === 0 ? '—' : formatList(reader, names);
}

function ActRow({ act }: { act: Act }) {
  const reader = useReader();
  const { staff } = identityWords(reader);
  const verbs: Readonly<Record<string, string>> = staff.verbs;
  const arrow = reader.locale === 'ar' ? '←' : '→';
  return (
    <li class="act-row">
      <p>
        <strong>{verbs[act.verb] ?? act.verb}:</strong> {shownValue(reader, act.before)} {arrow}{' '}
        {shownValue(reader, act.after)}
      </p>
      {act.reason && <p dir="auto">{act.reason}</p>}
      <p class="mute">
        <Bdi>{act.actorName ?? staff.system}</Bdi> · <DateTime at={act.at} style="dateTime" />
      </p>
    </li>
  );
}

/** What the staff did to this member, newest first. */
export function ActList({ acts }: { acts: readonly Act[] }) {
  const { staff } = identityWords(useReader());
  return (
    <Panel title={staff.history} id="history">
      {acts.length === 0 ? (
        <p class="mute">{staff.noHistory}</p>
      ) : (
        <ul class="act-list">
          {acts.map((act) => (
            <ActRow key={act.actId} act={act} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
