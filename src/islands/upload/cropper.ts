/** Words of the cropper, as the page wrote them. */
export type CropWords = Record<
  'title' | 'hint' | 'picture' | 'zoom' | 'across' | 'down' | 'apply' | 'cancel',
  string
>;

const WIDTH = 960;
const HEIGHT = 540;
const MOST_ZOOM = 4;
const STEP = 0.02;

/** The part of a picture that is seen: how near, and where its middle is (shares of the picture). */
interface View {
  zoom: number;
  x: number;
  y: number;
}

/**
 * Lets a person choose the 16:9 part of a picture: dragged, by the wheel, by arrow keys and + and -,
 * or by three sliders. Answers `x,y,width,height` in shares of the picture; undefined when left.
 */
export async function cropPicture(file: File, words: CropWords): Promise<string | undefined> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const dialog = document.createElement('dialog');
  dialog.className = 'dialog cropper';
  const view: View = { zoom: 1, x: 0.5, y: 0.5 };
  const canvas = canvasOf(words);
  const sliders = {
    zoom: slider(words.zoom, { from: 1, to: MOST_ZOOM }),
    x: slider(words.across, { from: 0, to: 1 }),
    y: slider(words.down, { from: 0, to: 1 }),
  };
  const update = (change: Partial<View>) => {
    Object.assign(view, change);
    clamp(view, picture);
    for (const name of ['zoom', 'x', 'y'] as const) sliders[name].field.value = String(view[name]);
    draw(canvas, { picture, view });
  };
  for (const name of ['zoom', 'x', 'y'] as const) {
    sliders[name].field.addEventListener('input', () =>
      update({ [name]: sliders[name].field.valueAsNumber }),
    );
  }
  followPointer(canvas, { picture, view, update });
  followKeys(canvas, { view, update });
  // Left is left in the picture, in whatever direction one reads.
  sliders.x.field.dir = 'ltr';
  const { form, title } = formOf(words);
  form.prepend(title, hintOf(words), canvas, ...Object.values(sliders).map(({ label }) => label));
  dialog.append(form);
  dialog.setAttribute('aria-labelledby', title.id);
  document.body.append(dialog);
  dialog.showModal();
  update({});
  canvas.focus();
  await new Promise((closed) => dialog.addEventListener('close', closed, { once: true }));
  const applied = dialog.returnValue === 'apply';
  dialog.remove();
  const part = partOf(view, picture);
  picture.close();
  return applied ? [part.x, part.y, part.width, part.height].map(share).join() : undefined;
}

function share(value: number): string {
  return Math.min(1, Math.max(0, value)).toFixed(4);
}

/** The part that is seen, in shares of the picture. */
function partOf(view: View, picture: { width: number; height: number }) {
  const scale = Math.max(WIDTH / picture.width, HEIGHT / picture.height) * view.zoom;
  const width = WIDTH / scale / picture.width;
  const height = HEIGHT / scale / picture.height;
  return { x: view.x - width / 2, y: view.y - height / 2, width, height };
}

function clamp(view: View, picture: { width: number; height: number }): void {
  view.zoom = Math.min(MOST_ZOOM, Math.max(1, view.zoom));
  const { width, height } = partOf(view, picture);
  view.x = Math.min(1 - width / 2, Math.max(width / 2, view.x));
  view.y = Math.min(1 - height / 2, Math.max(height / 2, view.y));
}

function draw(
  canvas: HTMLCanvasElement,
  { picture, view }: { picture: ImageBitmap; view: View },
): void {
  const part = partOf(view, picture);
  const brush = canvas.getContext('2d');
  if (!brush) return;
  brush.clearRect(0, 0, WIDTH, HEIGHT);
  brush.drawImage(
    picture,
    part.x * picture.width,
    part.y * picture.height,
    part.width * picture.width,
    part.height * picture.height,
    0,
    0,
    WIDTH,
    HEIGHT,
  );
}

function canvasOf(words: CropWords): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  canvas.tabIndex = 0;
  canvas.className = 'cropper-picture';
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', words.picture);
  return canvas;
}

function hintOf(words: CropWords): HTMLParagraphElement {
  const hint = document.createElement('p');
  hint.className = 'mute';
  hint.textContent = words.hint;
  return hint;
}

function slider(text: string, { from, to }: { from: number; to: number }) {
  const label = document.createElement('label');
  label.className = 'cropper-slider';
  const field = document.createElement('input');
  field.type = 'range';
  field.min = String(from);
  field.max = String(to);
  field.step = '0.01';
  label.append(text, field);
  return { label, field };
}

function formOf(words: CropWords) {
  const form = document.createElement('form');
  form.method = 'dialog';
  const title = document.createElement('h2');
  title.id = 'cropper-title';
  title.textContent = words.title;
  const row = document.createElement('div');
  row.className = 'row';
  const buttons = [
    ['apply', words.apply, 'btn btn-primary'],
    ['', words.cancel, 'btn btn-quiet'],
  ] as const;
  for (const [value, text, look] of buttons) {
    const button = document.createElement('button');
    button.value = value;
    button.textContent = text;
    button.className = look;
    row.append(button);
  }
  form.append(row);
  return { form, title };
}

interface Held {
  view: View;
  update(change: Partial<View>): void;
}

function followPointer(canvas: HTMLCanvasElement, held: Held & { picture: ImageBitmap }): void {
  const { picture, view, update } = held;
  canvas.addEventListener('pointerdown', (event) => canvas.setPointerCapture(event.pointerId));
  canvas.addEventListener('pointermove', (event) => {
    if (!canvas.hasPointerCapture(event.pointerId)) return;
    const { width, height } = partOf(view, picture);
    update({
      x: view.x - (event.movementX / canvas.clientWidth) * width,
      y: view.y - (event.movementY / canvas.clientHeight) * height,
    });
  });
  canvas.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      update({ zoom: view.zoom * (event.deltaY < 0 ? 1.1 : 1 / 1.1) });
    },
    { passive: false },
  );
}

function followKeys(canvas: HTMLCanvasElement, { view, update }: Held): void {
  const moves: Record<string, () => Partial<View>> = {
    ArrowLeft: () => ({ x: view.x - STEP }),
    ArrowRight: () => ({ x: view.x + STEP }),
    ArrowUp: () => ({ y: view.y - STEP }),
    ArrowDown: () => ({ y: view.y + STEP }),
    '+': () => ({ zoom: view.zoom * 1.1 }),
    '=': () => ({ zoom: view.zoom * 1.1 }),
    '-': () => ({ zoom: view.zoom / 1.1 }),
  };
  canvas.addEventListener('keydown', (event) => {
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    update(move());
  });
}
