/** Ctrl+Enter sends, and the chosen files are listed. */
export default function composer(form: HTMLElement): void {
  if (!(form instanceof HTMLFormElement)) return;
  const files = form.querySelector<HTMLInputElement>('input[type=file]');
  const list = form.querySelector('ul');
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.requestSubmit();
  });
  const show = () => {
    // Files that are sent at once have a list of their own.
    if (!list || files?.closest('[data-endpoint]')) return;
    const names = [...(files?.files ?? [])].map((file) => {
      const item = document.createElement('li');
      const name = document.createElement('bdi');
      name.textContent = file.name;
      item.append(name);
      return item;
    });
    list.replaceChildren(...names);
    list.hidden = names.length === 0;
  };
  files?.addEventListener('change', show);
  form.addEventListener('reset', () => setTimeout(show));
}
