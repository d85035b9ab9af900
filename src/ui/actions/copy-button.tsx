import { useUiWords } from '../page-context.tsx';
import { Button } from './button.tsx';

/** Shows a text to be copied; with JavaScript a button copies it. */
export function CopyText(props: { text: string; label?: string }) {
  const words = useUiWords();
  return (
    <span class="copy" data-island="copy" data-copied={words.copied}>
      <bdi class="copy-text" dir="ltr">
        {props.text}
      </bdi>
      <Button
        type="button"
        kind="secondary"
        size="small"
        icon="copy"
        class="needs-js"
        data-text={props.text}
      >
        {props.label ?? words.copy}
      </Button>
    </span>
  );
}
