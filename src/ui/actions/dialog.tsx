import type { ComponentChildren } from 'preact';
import { Icon } from '../icons/icon.tsx';
import { usePage, useUiWords } from '../page-context.tsx';
import { type ButtonLook, buttonClass } from './button.tsx';

export interface DialogProps {
  id: string;
  title: ComponentChildren;
  children: ComponentChildren;
}

/** A modal `<dialog>`: Esc and the close button shut it, focus returns to what opened it. */
export function Dialog({ id, title, children }: DialogProps) {
  const words = useUiWords();
  return (
    <dialog id={id} class="dialog" aria-labelledby={`${id}-title`}>
      <div class="dialog-head">
        <h2 id={`${id}-title`}>{title}</h2>
        <form method="dialog">
          <button type="submit" class="icon-btn" aria-label={words.close}>
            <Icon name="x" />
          </button>
        </form>
      </div>
      {children}
    </dialog>
  );
}

export interface DialogLinkProps extends ButtonLook {
  /** Id of the dialog on this page. */
  dialog: string;
  /** The page with the same content, for when there is no JavaScript. */
  href: string;
}

/** Opens a dialog; without JavaScript it is a link to the page that does the same. */
export function DialogLink(props: DialogLinkProps) {
  const { dialog, href, icon, children, ...look } = props;
  return (
    <a
      href={usePage().href(href)}
      class={buttonClass({ kind: 'secondary', ...look })}
      data-island="dialog"
      data-dialog={dialog}
    >
      {icon && <Icon name={icon} />}
      {children}
    </a>
  );
}
