import { type FileKind, type MediaFile, recallFiles } from '#media';
import type { Ctx } from '#platform/context';

/** A picture, video or sound of a gallery, as pages show it. */
export type GalleryItem = Pick<MediaFile, 'fileId' | 'ownerId' | 'type' | 'fileName'> & {
  kind: Exclude<FileKind, 'file'>;
};

/** What the files of a gallery are, in their order; what is none of a gallery is left out. */
export async function galleryItems(ctx: Ctx, fileIds: readonly string[]): Promise<GalleryItem[]> {
  const files = await recallFiles(ctx, fileIds);
  return files.flatMap(({ fileId, ownerId, type, fileName, kind, purpose }) =>
    purpose === 'gallery' && kind !== 'file' ? [{ fileId, ownerId, type, fileName, kind }] : [],
  );
}

/** The same files with the pictures first, because the first one is the cover. */
export function picturesFirst(items: readonly GalleryItem[]): string[] {
  const [first] = items;
  if (!first || first.kind === 'image') return items.map(({ fileId }) => fileId);
  const cover = items.find(({ kind }) => kind === 'image');
  const rest = items.filter((item) => item !== cover);
  return [...(cover ? [cover] : []), ...rest].map(({ fileId }) => fileId);
}
