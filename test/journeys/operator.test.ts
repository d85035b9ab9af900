import { getMember } from '#identity';
import { aMember, PASSWORD } from '#identity/testing';
import { aPublishedService, aSubmittedService } from '#catalogue/testing';
import { aChromium } from '#test/chromium';
import { aServer, type TestServer } from '#test/server';
import { aWorld, type World } from '#test/world';
import type { Browser } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { createAdmin } from '../../src/modules/identity/module.ts';
import { provenSteps } from './ledger-proof.ts';
import { PASSWORD as ADMIN_PASSWORD, signIn } from './members.ts';
import { Person } from './person.ts';

const ADMIN = { email: 'nader@example.com', displayName: 'نادر المدير', password: ADMIN_PASSWORD };
const PAGES = [
  '/staff',
  '/staff/reviews',
  '/staff/members',
  '/staff/orders',
  '/staff/ledger',
] as const;
/** What each role may open; the rest does not exist for it (SPEC 1.3). */
const DESKS = {
  reviewer: ['/staff', '/staff/reviews'],
  support: ['/staff', '/staff/members', '/staff/orders'],
  finance: ['/staff', '/staff/ledger'],
} as const;
const REASON = 'قدّم أعمالًا سابقة موثقة خارج الموقع';

let world: World;
let server: TestServer;
let chromium: Browser;

beforeAll(async () => {
  world = await aWorld();
  server = await aServer(world, { worker: true, runningClock: true });
  world.clock.set(server.ctx.clock.now());
  chromium = await aChromium();
});

it('an operator makes the first admin, who appoints staff; each sees their own desks; a level is set', async () => {
  const { sellerId } = await aPublishedService(world);
  await aSubmittedService(world, { sellerId, input: { title: 'تصميم بطاقات دعوة أنيقة' } });
  await createAdmin(server.ctx, ADMIN);
  const admin = await arrive('admin');
  const prove = provenSteps(server.ctx, [admin]);
  await prove('the admin sees every desk', async () => {
    await signIn(admin, ADMIN.email, ADMIN.password);
    for (const path of PAGES) {
      expect(await admin.open(path), path).toBe(200);
      await admin.picture(path.replaceAll('/', '-').slice(1));
    }
  });
  for (const role of ['reviewer', 'support', 'finance'] as const) {
    await prove(`the ${role} at work`, () => appoint(admin, role));
  }
  await prove('a level with its reason', () => setLevel(admin, sellerId));
  expect(admin.mishaps).toEqual([]);
});

const arrive = (name: string) =>
  Person.arrive(chromium, {
    site: server.url,
    manner: { locale: 'ar', javaScript: true },
    name: `operator-${name}`,
  });

async function appoint(admin: Person, role: keyof typeof DESKS): Promise<void> {
  const email = `${role}@example.com`;
  const { memberId } = await aMember(world, { email, displayName: `موظف ${role}` });
  const employee = await arrive(role);
  await signIn(employee, email, PASSWORD);
  expect(await employee.open('/staff')).toBe(404);
  await admin.open(`/staff/members/${memberId}`);
  const form = admin.form('/roles');
  await form.locator('[name=role]').selectOption(role);
  await form.locator('[name=reason]').fill('عُيّن اليوم');
  await admin.send(form);
  for (const path of PAGES) {
    const mine = (DESKS[role] as readonly string[]).includes(path);
    expect(await employee.open(path), `${role} at ${path}`).toBe(mine ? 200 : 404);
  }
  await employee.open('/staff');
  await employee.picture('desk');
  expect(employee.mishaps).toEqual([]);
  await employee.leave();
}

async function setLevel(admin: Person, sellerId: string): Promise<void> {
  const { handle } = await getMember(world.ctx, sellerId);
  await admin.open(`/staff/members?q=${handle}`);
  await admin.press(admin.page.locator(`main a[href$="/staff/members/${sellerId}"]`).first());
  const form = admin.form('/standing');
  await form.locator('[name=level]').selectOption('distinguished');
  await admin.send(form);
  // Not without a reason.
  expect(await form.locator('[name=levelReason]').getAttribute('aria-invalid')).toBe('true');
  await form.locator('[name=levelReason]').fill(REASON);
  await admin.send(form);
  expect(await admin.text()).toContain(REASON);
  await admin.picture('member-card');
  await admin.openUntil(`/sellers/${handle}`, admin.page.locator('main').getByText('بائع مميز'));
  await admin.picture('seller-page');
}
