/** Shows the device's own sharing where there is one. */
export default function share(button: HTMLElement): void {
  if (typeof navigator.share !== 'function') return;
  button.hidden = false;
  button.addEventListener('click', () => {
    const { title = '', url = location.href } = button.dataset;
    // Closing the sheet is no failure.
    void navigator.share({ title, url }).catch(() => undefined);
  });
}
