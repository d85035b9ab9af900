export { mediaText } from './fragments/media-text.ts';
