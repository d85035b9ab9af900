/** Takes dropped files into the plain file input, lists them, and says at once when one is too large. */
export default function dropzone(zone: HTMLElement): void {
  const input = zone.querySelector<HTMLInputElement>('input[type=file]');
  const list = zone.querySelector('ul');
  if (!input || !list) return;
  const { locale = 'ar', tooLarge = '' } = zone.dataset;
  const maxBytes = Number(zone.dataset['maxBytes'] ?? Number.POSITIVE_INFINITY);

  const show = () => {
    const files = [...(input.files ?? [])];
    list.replaceChildren(...files.map((file) => line(file, locale)));
    list.hidden = files.length === 0;
    const heavy = files.find((file) => file.size > maxBytes);
    input.setCustomValidity(heavy ? tooLarge.replace('{name}', heavy.name) : '');
    if (heavy) input.reportValidity();
  };
  const mark = (over: boolean) => zone.classList.toggle('file-drop-over', over);

  zone.addEventListener('dragover', (event) => {
    event.preventDefault();
    mark(true);
  });
  zone.addEventListener('dragleave', () => mark(false));
  zone.addEventListener('drop', (event) => {
    event.preventDefault();
    mark(false);
    const dropped = event.dataTransfer?.files;
    if (!dropped?.length) return;
    input.files = input.multiple ? dropped : single(dropped);
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
  input.addEventListener('change', show);
  input.form?.addEventListener('reset', () => setTimeout(show));
}

function single(files: FileList): FileList {
  const transfer = new DataTransfer();
  const [first] = files;
  if (first) transfer.items.add(first);
  return transfer.files;
}

function line(file: File, locale: string): HTMLLIElement {
  const item = document.createElement('li');
  const name = document.createElement('bdi');
  name.textContent = file.name;
  const size = document.createElement('small');
  const megabytes = file.size >= 1_048_576;
  size.textContent = new Intl.NumberFormat(`${locale}-u-nu-latn`, {
    style: 'unit',
    unit: megabytes ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: megabytes ? 1 : 0,
  }).format(megabytes ? file.size / 1_048_576 : Math.ceil(file.size / 1024));
  item.append(name, ' ', size);
  return item;
}
