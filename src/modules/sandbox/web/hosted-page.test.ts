import { newId } from '#platform/context';
import { MINUTE_MS, systemClock } from '#platform/time';
import { aServer } from '#test/server';
import { aWorld } from '#test/world';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { cancelCharge } from '../cancel-charge.ts';
import { getCharge } from '../charge-store.ts';
import { decideCharge } from '../decide-charge.ts';
import { signatureOf } from '../signature.ts';
import { deliverWebhook } from '../webhooks.ts';

const world = await aWorld();
const server = await aServer(world);
const { ctx } = world;
const payer = server.browser();

async function call(path: string, body: object, headers?: Record<string, string>) {
  const text = JSON.stringify(body);
  return fetch(`${server.url}/sandbox/${path}`, {
    method: 'POST',
    body: text,
    headers: {
      'content-type': 'application/json',
      ...(headers ?? { 'sandbox-signature': signatureOf(ctx, text) }),
    },
  });
}

const order = (change: object = {}) => ({
  idempotency_key: newId(ctx),
  amount_minor: '2100',
  description: 'شحن رصيد',
  return_url: `${server.url}/payments/x?from=gateway`,
  webhook_url: `${server.url}/webhooks/sandbox`,
  ...change,
});

async function aCharge(change: object = {}): Promise<string> {
  return ((await (await call('charges', order(change))).json()) as { id: string }).id;
}

const stateOf = async (chargeId: string) => (await getCharge(ctx, chargeId)).state;
const wordsOf = async (chargeId: string) => {
  const { rows } = await sql<{
    id: string;
    type: string;
    dueAt: Date;
  }>`select id, type, due_at as "dueAt"
    from sandbox.webhooks where charge_id = ${chargeId} order by due_at, id`.execute(ctx.db);
  return rows;
};

describe('the gateway’s own page, without JavaScript', () => {
  it('takes the payment and goes back to the site', async () => {
    const chargeId = await aCharge();
    const page = await payer.get(`/sandbox/pay/${chargeId}`);
    for (const text of ['$21.00', 'شحن رصيد', 'لا تُدخل بطاقة حقيقية'])
      expect(page.text).toContain(text);
    const paid = await payer.post(`/sandbox/pay/${chargeId}`, {
      outcome: 'success',
      delivery: 'now',
    });
    expect([paid.status, paid.location, await stateOf(chargeId)]).toEqual([
      303,
      '/payments/x?from=gateway',
      'succeeded',
    ]);
    expect((await payer.get(`/sandbox/pay/${chargeId}`)).text).toContain(
      'حُسم أمر هذا الدفع من قبل',
    );
  });

  it('declines', async () => {
    const chargeId = await aCharge();
    await payer.get(`/sandbox/pay/${chargeId}`);
    await payer.post(`/sandbox/pay/${chargeId}`, { outcome: 'decline', delivery: 'now' });
    expect(await stateOf(chargeId)).toBe('declined');
    expect((await wordsOf(chargeId)).map(({ type }) => type)).toEqual(['charge.declined']);
  });

  it('asks for the bank’s code: wrong first, then right, in Arabic digits too', async () => {
    const chargeId = await aCharge();
    await payer.get(`/sandbox/pay/${chargeId}`);
    const step = await payer.post(`/sandbox/pay/${chargeId}`, {
      outcome: 'three-d-secure',
      delivery: 'late',
    });
    expect([step.status, await stateOf(chargeId)]).toEqual([200, 'pending']);
    for (const code of ['', '12', '12345', 'abcd']) {
      const wrong = await payer.post(`/sandbox/pay/${chargeId}/confirmation`, {
        code,
        delivery: 'late',
      });
      expect([wrong.status, wrong.text.includes('الرمز 4 أرقام.')]).toEqual([422, true]);
      expect(wrong.text).toContain('name="delivery" value="late"');
    }
    expect(await stateOf(chargeId)).toBe('pending');
    const right = await payer.post(`/sandbox/pay/${chargeId}/confirmation`, {
      code: '١٢٣٤',
      delivery: 'late',
    });
    expect([right.status, await stateOf(chargeId)]).toEqual([303, 'succeeded']);
  });

  it('can be refused at the bank’s step', async () => {
    const chargeId = await aCharge();
    await payer.get(`/sandbox/pay/${chargeId}`);
    await payer.post(`/sandbox/pay/${chargeId}/confirmation`, { refused: 'yes', delivery: 'now' });
    expect(await stateOf(chargeId)).toBe('declined');
  });

  it('leaves the payer standing there when the tab is closed; the word still goes out', async () => {
    const chargeId = await aCharge();
    await payer.get(`/sandbox/pay/${chargeId}`);
    const answer = await payer.post(`/sandbox/pay/${chargeId}`, {
      outcome: 'success',
      delivery: 'now',
      closed: 'yes',
    });
    expect([answer.status, answer.text.includes('أغلق هذه الصفحة الآن')]).toEqual([200, true]);
    expect(await wordsOf(chargeId)).toHaveLength(1);
  });

  it('delays: it is being processed, and paid when its time has come', async () => {
    const chargeId = await aCharge();
    await payer.get(`/sandbox/pay/${chargeId}`);
    await payer.post(`/sandbox/pay/${chargeId}`, { outcome: 'delay', delivery: 'now' });
    const inquire = async () =>
      ((await (await call(`charges/${chargeId}/inquiry`, {})).json()) as { state: string }).state;
    expect(await inquire()).toBe('processing');
    expect((await cancelCharge(ctx, chargeId)).state).toBe('processing');
    await sql`update sandbox.charges set finishes_at = created_at where id = ${chargeId}`.execute(
      ctx.db,
    );
    expect(await inquire()).toBe('succeeded');
  });

  it('decides once: what is sent again, and at the same time, changes nothing', async () => {
    const chargeId = await aCharge();
    await payer.get(`/sandbox/pay/${chargeId}`);
    await Promise.all(
      ['success', 'decline', 'success', 'decline'].map((outcome) =>
        payer.post(`/sandbox/pay/${chargeId}`, { outcome, delivery: 'now' }),
      ),
    );
    const first = await stateOf(chargeId);
    await decideCharge(ctx, {
      chargeId,
      outcome: first === 'succeeded' ? 'decline' : 'success',
      delivery: 'now',
    });
    expect([await stateOf(chargeId), (await wordsOf(chargeId)).length]).toEqual([first, 1]);
    const late = await payer.post(`/sandbox/pay/${chargeId}`, {
      outcome: 'three-d-secure',
      delivery: 'now',
    });
    expect(late.text).toContain('حُسم أمر هذا الدفع من قبل');
  });

  it('takes nothing for a charge that was called off', async () => {
    const chargeId = await aCharge();
    await payer.get(`/sandbox/pay/${chargeId}`);
    expect((await cancelCharge(ctx, chargeId)).state).toBe('cancelled');
    await payer.post(`/sandbox/pay/${chargeId}`, { outcome: 'success', delivery: 'now' });
    expect([await stateOf(chargeId), await wordsOf(chargeId)]).toEqual(['cancelled', []]);
  });

  it('is not found for ids nobody made', async () => {
    for (const id of ['x', newId(ctx)])
      expect((await payer.get(`/sandbox/pay/${id}`)).status).toBe(404);
  });
});

describe('the words about a charge', () => {
  it.each([
    ['now', [['charge.succeeded', 0]]],
    ['late', [['charge.succeeded', 10]]],
    [
      'twice',
      [
        ['charge.succeeded', 0],
        ['charge.succeeded', 0],
      ],
    ],
    [
      'out-of-order',
      [
        ['charge.succeeded', 0],
        ['charge.processing', 1],
      ],
    ],
    ['never', []],
  ] as const)('go out %s', async (delivery, expected) => {
    const chargeId = await aCharge();
    const before = systemClock.now().getTime();
    await decideCharge(ctx, { chargeId, outcome: 'success', delivery });
    const words = await wordsOf(chargeId);
    const spent = systemClock.now().getTime() - before;
    expect(words.map(({ type }) => type)).toEqual(expected.map(([type]) => type));
    for (const [index, { dueAt }] of words.entries()) {
      const lateMs = dueAt.getTime() - before - (expected[index]?.[1] ?? 0) * 1_000;
      expect(lateMs >= 0 && lateMs <= spent).toBe(true);
    }
  });

  it('reach the site signed, once; the site’s refusal has them sent again', async () => {
    const chargeId = await aCharge();
    await decideCharge(ctx, { chargeId, outcome: 'success', delivery: 'now' });
    const [word] = await wordsOf(chargeId);
    ctx.site.demo = false;
    await expect(deliverWebhook(ctx, word?.id ?? '')).rejects.toThrow('404');
    ctx.site.demo = true;
    await deliverWebhook(ctx, word?.id ?? '');
    await deliverWebhook(ctx, word?.id ?? '');
    const { rows } = await sql<{ n: bigint }>`select count(*) as n from wallet.gateway_events
      where body like ${`%${chargeId}%`}`.execute(ctx.db);
    expect(rows[0]?.n).toBe(1n);
  });
});

describe('calls by the site’s program', () => {
  it('make one charge for one key', async () => {
    const input = order();
    const ids = await Promise.all(
      [1, 2, 3, 4].map(async () => (await (await call('charges', input)).json()) as { id: string }),
    );
    expect(new Set(ids.map(({ id }) => id)).size).toBe(1);
  });

  const body = order();
  const text = JSON.stringify(body);
  it.each([
    ['without a signature', {}],
    ['with one of another body', { 'sandbox-signature': signatureOf(ctx, `${text} `) }],
    ['with half of one', { 'sandbox-signature': signatureOf(ctx, text).slice(0, -1) }],
    [
      'with an old one',
      { 'sandbox-signature': signatureOf(ctx, text).replace(/t=\d+/, 't=1700000000') },
    ],
  ])('%s are refused', async (_what, headers) => {
    expect((await call('charges', body, headers as Record<string, string>)).status).toBe(401);
    expect((await call('charges/x/inquiry', {}, headers as Record<string, string>)).status).toBe(
      401,
    );
    expect(
      (await call('charges/x/cancellation', {}, headers as Record<string, string>)).status,
    ).toBe(401);
  });

  it.each([
    { amount_minor: '-1' },
    { amount_minor: 5 },
    { return_url: 'x' },
    { idempotency_key: '' },
  ])('with %j are not understood', async (change) => {
    expect((await call('charges', order(change))).status).toBe(422);
  });

  it('are in real time, whatever the clock of the demo says', async () => {
    world.clock.advance(1_000 * MINUTE_MS);
    expect((await call('charges', order())).status).toBe(200);
  });
});
