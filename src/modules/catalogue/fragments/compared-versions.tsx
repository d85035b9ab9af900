import { pictureSet } from '#media';
import { Panel, Stack, useReader } from '#ui';
import { catalogueWords } from '../locales/index.ts';
import type { FieldChange } from '../versions/compare-texts.ts';
import type { Run } from '../versions/diff-words.ts';

export interface ComparedVersionsProps {
  changes: readonly FieldChange[];
  /** Gallery of each, the cover first; shown when they differ. */
  beforeImages: readonly string[];
  afterImages: readonly string[];
  /** What stands over the two columns. */
  labels: { before: string; after: string };
}

/** Two versions side by side, only what differs: removals struck through and signed −, additions underlined and signed +. */
export function ComparedVersions(props: ComparedVersionsProps) {
  const { changes, beforeImages, afterImages, labels } = props;
  const { versions, editor } = catalogueWords(useReader());
  const names: Readonly<Record<string, string>> = editor.fields;
  const pictures = beforeImages.join() !== afterImages.join();
  if (changes.length === 0 && !pictures) return <p class="mute">{versions.nothingChanged}</p>;
  return (
    <Stack gap={6}>
      {changes.map(({ field, before, after }) => (
        <Compared key={field} title={names[field] ?? field} labels={labels}>
          <Marked runs={before} />
          <Marked runs={after} />
        </Compared>
      ))}
      {pictures && (
        <Compared title={editor.fields.images} labels={labels}>
          <Pictures own={beforeImages} other={afterImages} note={versions.pictureRemoved} />
          <Pictures own={afterImages} other={beforeImages} note={versions.pictureAdded} />
        </Compared>
      )}
    </Stack>
  );
}

function Compared(props: {
  title: string;
  labels: { before: string; after: string };
  children: [preact.VNode, preact.VNode];
}) {
  const [before, after] = props.children;
  return (
    <Panel title={props.title} level={3}>
      <div class="compared">
        <div>
          <p class="compared-label">{props.labels.before}</p>
          {before}
        </div>
        <div>
          <p class="compared-label">{props.labels.after}</p>
          {after}
        </div>
      </div>
    </Panel>
  );
}

function Marked({ runs }: { runs: readonly Run[] }) {
  const { versions } = catalogueWords(useReader());
  if (runs.length === 0) return <p class="mute">{versions.empty}</p>;
  return (
    <p class="compared-text" dir="auto">
      {runs.map((run, index) => {
        if (run.kind === 'same') return run.text;
        const removed = run.kind === 'removed';
        const Mark = removed ? 'del' : 'ins';
        const spoken = removed ? versions.removed : versions.added;
        return (
          <Mark key={index} class={run.spelling ? 'spelling' : undefined}>
            <span class="visually-hidden">{run.spelling ? versions.spelling : spoken} </span>
            <span aria-hidden="true">{removed ? '−' : '+'}</span>
            {run.text}
          </Mark>
        );
      })}
    </p>
  );
}

function Pictures(props: { own: readonly string[]; other: readonly string[]; note: string }) {
  const { versions } = catalogueWords(useReader());
  if (props.own.length === 0) return <p class="mute">{versions.empty}</p>;
  return (
    <ul class="compared-pictures">
      {props.own.map((imageId, index) => {
        const { src, width, height } = pictureSet(imageId, '');
        const moved = props.other.indexOf(imageId) !== index;
        const note = props.other.includes(imageId) ? versions.pictureMoved : props.note;
        return (
          <li key={imageId}>
            <a href={src}>
              <img
                src={src}
                width={width}
                height={height}
                loading="lazy"
                alt={versions.picture(index + 1)}
              />
            </a>
            {moved && <small>{note}</small>}
          </li>
        );
      })}
    </ul>
  );
}
