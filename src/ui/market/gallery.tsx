import { formatNumber } from '#platform/i18n';
import { Icon } from '../icons/icon.tsx';
import { useReader, useUiWords } from '../page-context.tsx';
import { Picture, type PictureSource } from './cover.tsx';

/** A video or sound sample; nothing of it is fetched before it is played. */
export interface RecordingSource {
  kind: 'video' | 'audio';
  src: string;
  type: string;
  /** What it is, for those who do not see it. */
  label: string;
  /** Shown in its place until it is played. */
  poster?: string;
}

export type GallerySource = PictureSource | RecordingSource;

export interface GalleryProps {
  /** The cover first. */
  items: readonly GallerySource[];
  /** Ids of the slides start with it (default `picture`). */
  id?: string;
}

const SIZES = '(min-width: 60rem) 47rem, 100vw';

/** A service's pictures and samples: swiped or, by the small ones below, chosen; without JavaScript too. */
export function Gallery({ items, id = 'picture' }: GalleryProps) {
  const reader = useReader();
  const words = useUiWords();
  const of = formatNumber(reader, items.length);
  return (
    <div class="gallery" data-island="gallery">
      <div class="gallery-strip" tabIndex={items.length > 1 ? 0 : undefined} role="group">
        {items.map((item, index) => (
          <div key={item.src} class="gallery-slide" id={`${id}-${index + 1}`}>
            <Slide item={item} eager={index === 0} />
          </div>
        ))}
      </div>
      {items.length > 1 && (
        <ul class="gallery-thumbs">
          {items.map((item, index) => (
            <li key={item.src}>
              <a
                href={`#${id}-${index + 1}`}
                aria-label={thumbLabel(words, item, [formatNumber(reader, index + 1), of])}
                aria-current={index === 0 ? 'true' : undefined}
              >
                <Thumb item={item} />
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function isRecording(item: GallerySource): item is RecordingSource {
  return 'kind' in item;
}

function thumbLabel(
  words: ReturnType<typeof useUiWords>,
  item: GallerySource,
  [n, of]: [string, string],
): string {
  if (!isRecording(item)) return words.picture(n, of);
  return item.kind === 'video' ? words.video(n, of) : words.audio(n, of);
}

function Slide({ item, eager }: { item: GallerySource; eager: boolean }) {
  if (!isRecording(item)) return <Picture {...item} sizes={SIZES} eager={eager} />;
  const { kind, src, type, label, poster } = item;
  if (kind === 'video') {
    return (
      // oxlint-disable-next-line jsx-a11y/media-has-caption -- a seller's sample comes without its words
      <video controls playsInline preload="none" poster={poster} aria-label={label}>
        <source src={src} type={type} />
      </video>
    );
  }
  return (
    <div class="gallery-sound">
      <Icon name="audio-lines" />
      <p>{label}</p>
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- a seller's sample comes without its words */}
      <audio controls preload="none" aria-label={label}>
        <source src={src} type={type} />
      </audio>
    </div>
  );
}

function Thumb({ item }: { item: GallerySource }) {
  if (!isRecording(item)) return <Picture {...item} alt="" sizes="10rem" />;
  return (
    <span class="gallery-mark">
      <Icon name={item.kind === 'video' ? 'play' : 'audio-lines'} />
    </span>
  );
}
