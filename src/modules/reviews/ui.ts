export { ReviewBox } from './fragments/review-box.tsx';
export { ReviewsPanel } from './fragments/reviews-panel.tsx';
