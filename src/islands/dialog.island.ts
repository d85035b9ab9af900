/** Opens the dialog that a link names instead of going to its page; the browser gives the focus back. */
export default function dialog(link: HTMLElement): void {
  const target = document.getElementById(link.dataset['dialog'] ?? '');
  if (!(target instanceof HTMLDialogElement)) return;
  link.setAttribute('aria-haspopup', 'dialog');
  link.addEventListener('click', (event) => {
    if (event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey)) return;
    event.preventDefault();
    target.showModal();
  });
  target.addEventListener('click', (event) => {
    if (event.target === target) target.close();
  });
}
