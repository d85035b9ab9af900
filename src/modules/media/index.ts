export { keepFiles } from './keep-files.ts';
export {
  type FileKind,
  type FilePurpose,
  galleryTypes,
  type MediaFile,
  pictureTypes,
  resumableLimits,
  uploadLimits,
} from './media.ts';
export { BrokenImage, EmptyFile, FileTooLarge, UnsupportedType } from './media-errors.ts';
export { imageUrl, pictureSet, type PictureSet, recordingUrl, uploadsPath } from './media-paths.ts';
export { findFile, listFiles } from './media-store.ts';
export { openFile, type OpenedFile } from './open-file.ts';
export { recallFiles } from './recall-files.ts';
export { findMarkedPreview, type MarkedPreview } from './variants/marked-preview.ts';
export { findPictureVariant } from './variants/picture-variant.ts';
export { storeUpload, type StoredFile, type Upload } from './uploads/store-upload.ts';
