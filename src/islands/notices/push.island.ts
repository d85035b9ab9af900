/** Lets this browser take pushes: the form is sent with the address and keys that the browser made for us. */
export default function push(element: HTMLElement): void {
  if (!(element instanceof HTMLFormElement)) return;
  void prepare(element);
}

type State = 'able' | 'denied' | 'unsupported' | 'on';

async function prepare(form: HTMLFormElement): Promise<void> {
  if (!('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window)) {
    say(form, 'unsupported');
    return;
  }
  if (Notification.permission === 'denied') {
    say(form, 'denied');
    return;
  }
  const worker = await navigator.serviceWorker.getRegistration();
  const known = await worker?.pushManager.getSubscription();
  say(form, known && isListed(known.endpoint) ? 'on' : 'able');
  form.querySelector('button')?.addEventListener('click', () => void subscribe(form));
}

function say(form: HTMLFormElement, state: State): void {
  for (const part of form.querySelectorAll<HTMLElement>('[data-when]')) {
    part.hidden = part.dataset['when'] !== state;
  }
}

function isListed(endpoint: string): boolean {
  return [...document.querySelectorAll<HTMLElement>('[data-endpoint]')].some(
    (one) => one.dataset['endpoint'] === endpoint,
  );
}

async function subscribe(form: HTMLFormElement): Promise<void> {
  const allowed = await Notification.requestPermission();
  if (allowed !== 'granted') {
    say(form, allowed === 'denied' ? 'denied' : 'able');
    return;
  }
  try {
    await navigator.serviceWorker.register(form.dataset['worker'] ?? '');
    const worker = await navigator.serviceWorker.ready;
    const subscription = await worker.pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: form.dataset['key'],
    });
    const { endpoint, keys } = subscription.toJSON();
    const filled = { endpoint, p256dh: keys?.['p256dh'], auth: keys?.['auth'] };
    for (const [name, value] of Object.entries(filled)) {
      const field = form.elements.namedItem(name);
      if (field instanceof HTMLInputElement) field.value = value ?? '';
    }
    form.submit();
  } catch {
    say(form, 'unsupported');
  }
}
