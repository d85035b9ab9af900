import { Icon } from '../icons/icon.tsx';
import { usePage, useUiWords } from '../page-context.tsx';

/** What was just done, once, after a redirect (`page.flash`). The document shows it; pages need not. */
export function Flash() {
  const { flash } = usePage();
  const words = useUiWords();
  if (!flash) return null;
  const icon =
    flash.tone === 'good' ? 'circle-check' : flash.tone === 'info' ? 'info' : 'circle-alert';
  return (
    <div
      class={`toast toast-${flash.tone}`}
      role={flash.tone === 'danger' ? 'alert' : 'status'}
      data-island="toast"
    >
      <Icon name={icon} />
      <p dir="auto">{flash.text}</p>
      <button type="button" class="icon-btn needs-js" aria-label={words.close}>
        <Icon name="x" />
      </button>
    </div>
  );
}
