import type { SentFile } from '../upload/send-file.ts';

/**
 * Buttons that only change what a form shows (a row more, a picture first) do so without leaving the
 * page: the server draws the form anew from what is typed, and the part in question is put in place.
 * Files that came in are shown the same way. Where it fails, the browser sends the form itself.
 */
export default function formParts(element: HTMLElement): void {
  if (!(element instanceof HTMLFormElement)) return;
  const form = element;
  const cuts = new Map<string, { file: File; uploadUrl: string }>();

  form.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>(
      'button[name=_act], [data-crop]',
    );
    const part = button?.closest<HTMLElement>('[data-part]');
    if (!button || !part) return;
    event.preventDefault();
    if (button.dataset['crop'] !== undefined) void crop(button);
    else void renew(form, part, button).then(() => offerCuts());
  });
  form.addEventListener(
    'toggle',
    (event) => {
      const shown = event.target as HTMLDetailsElement;
      const part = shown.querySelector<HTMLElement>('[data-part]');
      if (shown.open && part) void renew(form, part);
    },
    { capture: true },
  );
  form.addEventListener('uploaded', (event) => {
    const sent = (event as CustomEvent<SentFile & { file: File }>).detail;
    const part = form.querySelector<HTMLElement>('[data-part="gallery"]');
    if (!part) return;
    event.preventDefault();
    addFile(form, sent.fileId);
    if (sent.kind === 'image') cuts.set(sent.fileId, sent);
    form.dispatchEvent(new Event('input', { bubbles: true }));
    void renew(form, part).then(() => offerCuts());
  });

  const offerCuts = () => {
    for (const button of form.querySelectorAll<HTMLButtonElement>('[data-crop]')) {
      button.hidden = !cuts.has(button.dataset['crop'] ?? '');
    }
  };
  const crop = async (button: HTMLButtonElement) => {
    const fileId = button.dataset['crop'] ?? '';
    const known = cuts.get(fileId);
    const part = form.querySelector<HTMLElement>('[data-part="gallery"]');
    if (!known || !part) return;
    const [{ cropPicture }, { finishUpload }] = await Promise.all([
      import('../upload/cropper.ts'),
      import('../upload/send-file.ts'),
    ]);
    const rectangle = await cropPicture(known.file, JSON.parse(part.dataset['words'] ?? '{}'));
    button.focus();
    if (!rectangle) return;
    const cut = await finishUpload({
      url: known.uploadUrl,
      crop: rectangle,
      token: new FormData(form).get('_csrf') as string,
      signal: new AbortController().signal,
      onLine: () => undefined,
    });
    cuts.set(cut.fileId, known);
    const field = form.querySelector<HTMLInputElement>(`input[name=image][value="${fileId}"]`);
    if (field) field.value = cut.fileId;
    form.dispatchEvent(new Event('input', { bubbles: true }));
    await renew(form, part);
    offerCuts();
  };
}

function addFile(form: HTMLFormElement, fileId: string): void {
  const field = document.createElement('input');
  field.type = 'hidden';
  field.name = 'image';
  field.value = fileId;
  form.querySelector('[data-part="gallery"]')?.append(field);
}

/** Draws a part anew: as the button asks, or as the form stands. */
async function renew(
  form: HTMLFormElement,
  part: HTMLElement,
  button?: HTMLButtonElement,
): Promise<void> {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && name !== '_act') fields.append(name, value);
  }
  fields.set('_act', button?.value ?? 'show');
  try {
    const answer = await fetch(form.action, {
      method: 'POST',
      body: fields,
      headers: { accept: 'text/html' },
    });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.querySelector<HTMLElement>(`[data-part="${part.dataset['part']}"]`);
    if (!fresh) throw new Error('the answer is another page');
    part.replaceChildren(...fresh.childNodes);
    part.dispatchEvent(new Event('wake-islands', { bubbles: true }));
    form.dispatchEvent(new Event('input', { bubbles: true }));
    if (button) focusAfter(part, button.value);
  } catch {
    if (button) form.requestSubmit(button);
  }
}

/** Where somebody goes on: in the new row, at the moved one, else at the part's last button. */
function focusAfter(part: HTMLElement, act: string): void {
  const rows = [...part.querySelectorAll<HTMLElement>('fieldset')];
  const [verb, , index] = act.split('-');
  const row =
    verb === 'add' ? rows.at(-1) : rows[Math.max(0, Number(index) - (verb === 'up' ? 1 : 0))];
  const field = row?.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select');
  (field ?? [...part.querySelectorAll<HTMLElement>('button')].at(-1))?.focus();
}
