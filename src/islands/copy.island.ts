const THANKS_MS = 2000;

/** Copies the text beside the button and says so. */
export default function copy(element: HTMLElement): void {
  const button = element.querySelector('button');
  if (!button || !navigator.clipboard) return;
  const before = [...button.childNodes];
  button.setAttribute('aria-live', 'polite');
  const thank = () => {
    button.replaceChildren(element.dataset['copied'] ?? '✓');
    setTimeout(() => button.replaceChildren(...before), THANKS_MS);
  };
  button.addEventListener('click', () => {
    void navigator.clipboard.writeText(button.dataset['text'] ?? '').then(thank);
  });
}
