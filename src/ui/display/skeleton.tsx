import { useUiWords } from '../page-context.tsx';

/** The shape of what is coming. */
export function Skeleton(props: { lines?: number; look?: 'text' | 'card' }) {
  const words = useUiWords();
  const lines = Array.from({ length: props.lines ?? 3 }, (_, index) => index);
  return (
    <div
      class={`skeleton skeleton-${props.look ?? 'text'}`}
      role="status"
      aria-label={words.loading}
    >
      {props.look === 'card' && <div class="skeleton-cover" />}
      {lines.map((line) => (
        <div key={line} class="skeleton-line" />
      ))}
    </div>
  );
}
