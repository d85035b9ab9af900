import { galleryTypes, imageUrl, uploadLimits, uploadsPath } from '#media';
import { formatNumber } from '#platform/i18n';
import { Badge, Bdi, Button, FileDrop, Row, Stack, useReader } from '#ui';
import { limits } from '../editing/service-limits.ts';
import type { GalleryItem } from '../gallery/gallery-items.ts';
import { catalogueWords } from '../locales/index.ts';

/** Pictures and samples in their order, the cover first, what can be done to each, a place for more. */
export function EditorGallery({ items }: { items: readonly GalleryItem[] }) {
  const { editor } = catalogueWords(useReader());
  return (
    <Stack>
      <div data-part="gallery" data-words={JSON.stringify(editor.cropping)}>
        {items.length > 0 && (
          <ul class="editor-gallery">
            {items.map((item, index) => (
              <EditorItem key={item.fileId} item={item} index={index} />
            ))}
          </ul>
        )}
      </div>
      <FileDrop
        name="pictures"
        label={editor.fields.pictures}
        accept={galleryTypes.join(',')}
        multiple
        maxBytes={uploadLimits.gallery}
        resumable={{
          endpoint: uploadsPath,
          purpose: 'gallery',
          field: 'image',
          most: limits.images,
        }}
      />
    </Stack>
  );
}

function EditorItem({ item, index }: { item: GalleryItem; index: number }) {
  const reader = useReader();
  const { editor } = catalogueWords(reader);
  const name = editor.kinds[item.kind](formatNumber(reader, index + 1));
  const act = { kind: 'quiet', size: 'small', name: '_act', formNoValidate: true } as const;
  return (
    <li>
      <input type="hidden" name="image" value={item.fileId} />
      <img src={imageUrl(item.fileId, 320)} width={320} height={180} alt={name} loading="lazy" />
      {item.kind !== 'image' && (
        <p class="mute">
          <Bdi>{item.fileName}</Bdi>
        </p>
      )}
      <Row>
        {index === 0 && item.kind === 'image' && <Badge>{editor.cover}</Badge>}
        {index > 0 && item.kind === 'image' && (
          <Button {...act} value={`first-image-${item.fileId}`}>
            {editor.makeFirst(name)}
          </Button>
        )}
        {item.kind === 'image' && (
          <button
            type="button"
            class="btn btn-quiet btn-small"
            data-crop={item.fileId}
            aria-label={editor.crop(name)}
            hidden
          >
            {editor.cropIt}
          </button>
        )}
        <Button {...act} icon="trash-2" value={`remove-image-${item.fileId}`}>
          {editor.remove(name)}
        </Button>
      </Row>
    </li>
  );
}
