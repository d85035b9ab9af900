import { hasSavedUploads } from './saved-uploads.ts';

/**
 * A file field whose files are sent at once, in parts that may break off. What does it is fetched with
 * the first interest in the field; where it cannot be, the files stay in the plain field of the form.
 */
export default function upload(zone: HTMLElement): void {
  const input = zone.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) return;
  const open = () => import('./uploader.ts').then(({ uploaderOf }) => uploaderOf(zone));
  const take = async (files: File[]) => {
    if (files.length === 0) return;
    const uploader = await open();
    input.value = '';
    uploader.add(files);
  };
  const mark = (over: boolean) => zone.classList.toggle('file-drop-over', over);

  input.addEventListener('change', () => void take([...(input.files ?? [])]));
  zone.addEventListener('dragover', (event) => {
    event.preventDefault();
    mark(true);
  });
  zone.addEventListener('dragleave', () => mark(false));
  zone.addEventListener('drop', (event) => {
    event.preventDefault();
    mark(false);
    void take([...(event.dataTransfer?.files ?? [])]);
  });
  for (const interest of ['pointerenter', 'focusin']) {
    zone.addEventListener(interest, () => void open(), { once: true });
  }
  if (hasSavedUploads()) void open();
}
