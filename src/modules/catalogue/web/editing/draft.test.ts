import { aServer } from '#test/server';
import { aWorld } from '#test/world';
import { aMember, PASSWORD } from '#identity/testing';
import { syncCategories } from '../../categories/sync-categories.ts';
import { startService } from '../../editing/start-service.ts';
import { formsIn, untouched } from '#test/forms';
import { expect, it } from 'vitest';

const world = await aWorld();
const server = await aServer(world);
await syncCategories(world.ctx);
const { memberId } = await aMember(world, { email: 'writer@example.com' });
const browser = server.browser();
await browser.get('/sign-in');
await browser.post('/sign-in', { email: 'writer@example.com', password: PASSWORD });

async function aDraft() {
  const seller = world.as(memberId);
  const { serviceId } = await startService(seller, {
    title: 'تصميم بطاقات دعوة بخط يدوي',
    leafKey: 'logo-design',
  });
  const path = `/my/services/${serviceId}`;
  const { text } = await browser.get(path);
  const form = formsIn(text).find(({ action }) => action === path);
  const { _csrf, ...fields } = form ? untouched(form) : {};
  return { path, fields };
}

const keep = async (path: string, fields: Record<string, string | readonly string[]>) => {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) body.append(name, one as string);
  }
  const answer = await browser.send(
    'POST',
    `${path}/draft`,
    { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
    body.toString(),
  );
  return { status: answer.status, ...JSON.parse(answer.text) };
};
const described = async (path: string) => {
  const { text } = await browser.get(path);
  return /<textarea[^>]*name="description"[^>]*>([^<]*)/.exec(text)?.[1];
};

it('keeps an unfinished draft, and counts its version up', async () => {
  const { path, fields } = await aDraft();
  const first = await keep(path, { ...fields, description: 'نص لم يكتمل' });
  expect(first).toMatchObject({ status: 200, version: Number(fields.version) + 1 });
  const again = await keep(path, {
    ...fields,
    version: String(first.version),
    description: 'نص لم يكتمل',
  });
  expect(again).toMatchObject({ status: 200, version: first.version });
  expect(await described(path)).toBe('نص لم يكتمل');
});

it('does not write over what another window saved, neither by itself nor by the button', async () => {
  const { path, fields } = await aDraft();
  await keep(path, { ...fields, description: 'من النافذة الأولى' });
  const late = await keep(path, { ...fields, description: 'من النافذة الثانية' });
  expect(late).toMatchObject({ status: 409, detail: expect.stringContaining('عُدّلت') });
  const byHand = await browser.post(path, {
    ...fields,
    description: 'من النافذة الثانية',
    _act: 'save',
  });
  expect(byHand.status).toBe(409);
  expect(byHand.text).toContain('من النافذة الثانية');
  expect(byHand.text).toContain('عُدّلت هذه الخدمة في نافذة أخرى');
  expect(await described(path)).toBe('من النافذة الأولى');
  // Knowing that, the same form may be sent again.
  const form = formsIn(byHand.text).find(({ action }) => action === path);
  const { _csrf, ...values } = form ? untouched(form) : {};
  const knowing = await browser.post(path, { ...values, _act: 'save' });
  expect(knowing.status).toBe(303);
  expect(await described(path)).toBe('من النافذة الثانية');
});

it('a row added in an old window does not make the window a new one', async () => {
  const { path, fields } = await aDraft();
  await keep(path, { ...fields, description: 'من النافذة الأولى' });
  const shown = await browser.post(path, { ...fields, description: 'قديم', _act: 'add-faq' });
  const form = formsIn(shown.text).find(({ action }) => action === path);
  const { _csrf, ...values } = form ? untouched(form) : {};
  expect(values.version).toBe(fields.version);
  expect(shown.text).toContain('data-unsaved');
  const saved = await browser.post(path, { ...values, _act: 'save' });
  expect(saved.status).toBe(409);
});

it('says what is wrong with a draft, and keeps nothing of it', async () => {
  const { path, fields } = await aDraft();
  const { status, problem } = await keep(path, { ...fields, title: 'قصير', description: 'جديد' });
  expect([status, problem]).toEqual([422, 'النص أقصر من المطلوب.']);
  expect(await described(path)).toBe('');
});

it('keeps nothing by itself of what others see', async () => {
  const { path, fields } = await aDraft();
  await browser.post(`${path}/archiving`);
  const late = await keep(path, { ...fields, description: 'بعد الأرشفة' });
  expect(late.status).toBe(409);
});

it('rows are moved up and down by their buttons', async () => {
  const { path, fields } = await aDraft();
  const rows = {
    'faq.0.question': 'السؤال الأول؟',
    'faq.0.answer': 'نعم',
    'faq.1.question': 'السؤال الثاني؟',
    'faq.1.answer': 'لا',
  };
  const { text } = await browser.post(path, { ...fields, ...rows, _act: 'up-faq-1' });
  expect(text.indexOf('السؤال الثاني؟')).toBeLessThan(text.indexOf('السؤال الأول؟'));
  const back = await browser.post(path, { ...fields, ...rows, _act: 'down-faq-1' });
  expect(back.text.indexOf('السؤال الأول؟')).toBeLessThan(back.text.indexOf('السؤال الثاني؟'));
});
