/** Shows how much may still be written, once the end is near. */
export default function textCount(element: HTMLElement): void {
  if (!(element instanceof HTMLTextAreaElement)) return;
  const left = document.createElement('p');
  left.className = 'text-count';
  left.setAttribute('aria-live', 'polite');
  element.after(left);
  const update = () => {
    const remaining = element.maxLength - element.value.length;
    const near = remaining <= Math.max(20, element.maxLength / 5);
    left.textContent = near ? `${element.value.length} / ${element.maxLength}` : '';
  };
  element.addEventListener('input', update);
  update();
}
