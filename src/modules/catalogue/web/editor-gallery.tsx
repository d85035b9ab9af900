import { imageUrl, pictureTypes, uploadLimits } from '#media';
import { formatNumber } from '#platform/i18n';
import { Badge, Button, FileDrop, Row, Stack, useReader } from '#ui';
import { limits } from '../editing/service-limits.ts';
import { catalogueWords } from '../locales/index.ts';

/** Pictures in their order, the cover first, with what can be done to each, and a place for more. */
export function EditorGallery({ imageIds }: { imageIds: readonly string[] }) {
  const reader = useReader();
  const { editor } = catalogueWords(reader);
  return (
    <Stack>
      {imageIds.length > 0 && (
        <ul class="editor-gallery">
          {imageIds.map((imageId, index) => {
            const name = editor.picture(formatNumber(reader, index + 1));
            return (
              <li key={imageId}>
                <input type="hidden" name="image" value={imageId} />
                <img
                  src={imageUrl(imageId, 320)}
                  width={320}
                  height={180}
                  alt={name}
                  loading="lazy"
                />
                <Row>
                  {index === 0 ? (
                    <Badge>{editor.cover}</Badge>
                  ) : (
                    <Button
                      kind="quiet"
                      size="small"
                      name="_act"
                      value={`first-image-${imageId}`}
                      formNoValidate
                    >
                      {editor.makeFirst(name)}
                    </Button>
                  )}
                  <Button
                    kind="quiet"
                    size="small"
                    icon="trash-2"
                    name="_act"
                    value={`remove-image-${imageId}`}
                    formNoValidate
                  >
                    {editor.remove(name)}
                  </Button>
                </Row>
              </li>
            );
          })}
        </ul>
      )}
      {imageIds.length < limits.images && (
        <FileDrop
          name="pictures"
          label={editor.fields.pictures}
          accept={pictureTypes.join(',')}
          multiple
          maxBytes={uploadLimits.gallery}
        />
      )}
    </Stack>
  );
}
