const SHOWN_MS = 8000;

/** Lets a toast be closed, and takes good news away by itself. Bad news stays until closed. */
export default function toast(element: HTMLElement): void {
  const leave = () => element.remove();
  element.querySelector('button')?.addEventListener('click', leave);
  if (element.classList.contains('toast-danger')) return;
  let timer = setTimeout(leave, SHOWN_MS);
  const hold = () => clearTimeout(timer);
  const release = () => {
    timer = setTimeout(leave, SHOWN_MS);
  };
  element.addEventListener('pointerenter', hold);
  element.addEventListener('focusin', hold);
  element.addEventListener('pointerleave', release);
}
