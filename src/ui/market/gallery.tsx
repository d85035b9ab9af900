import { formatNumber } from '#platform/i18n';
import { useReader, useUiWords } from '../page-context.tsx';
import { Picture, type PictureSource } from './cover.tsx';

export interface GalleryProps {
  pictures: readonly PictureSource[];
  /** Ids of the pictures start with it (default `picture`). */
  id?: string;
}

const SIZES = '(min-width: 60rem) 47rem, 100vw';

/** A service's pictures: swiped or, by the small ones below, chosen; works without JavaScript. */
export function Gallery({ pictures, id = 'picture' }: GalleryProps) {
  const reader = useReader();
  const words = useUiWords();
  const of = formatNumber(reader, pictures.length);
  return (
    <div class="gallery" data-island="gallery">
      <div class="gallery-strip" tabIndex={pictures.length > 1 ? 0 : undefined} role="group">
        {pictures.map((picture, index) => (
          <div key={picture.src} class="gallery-slide" id={`${id}-${index + 1}`}>
            <Picture {...picture} sizes={SIZES} eager={index === 0} />
          </div>
        ))}
      </div>
      {pictures.length > 1 && (
        <ul class="gallery-thumbs">
          {pictures.map((picture, index) => (
            <li key={picture.src}>
              <a
                href={`#${id}-${index + 1}`}
                aria-label={words.picture(formatNumber(reader, index + 1), of)}
                aria-current={index === 0 ? 'true' : undefined}
              >
                <Picture {...picture} alt="" sizes="10rem" />
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
