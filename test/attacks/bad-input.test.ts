import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { pauseService, resumeService } from '#catalogue';
import { verifyLedger } from '#ledger';
import { aPicture, PDF } from '#test/example-files';
import { EXAMPLE_ORDERS } from '#test/example-orders';
import { anExampleWorld } from '#test/examples';
import { aWatch } from '#test/fingerprint';
import { formsIn, untouched } from '#test/forms';
import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { signatureOf } from '../../src/modules/sandbox/signature.ts';

// Each row of SPEC 15, as people meet it: through the site.
const examples = await anExampleWorld();
const { world, server, services, orders, payments, browser, people } = examples;
const changed = await aWatch(world);
const { sellable } = services;

const ask = async (sql: string, ...values: unknown[]) =>
  (await world.ctx.pool.query(sql, values)).rows;
const stateOf = async (orderId: string) =>
  (await ask('select state from orders.orders where id = $1', orderId))[0].state;
const count = async (table: string, where = 'true') =>
  (await ask(`select count(*)::int as count from ${table} where ${where}`))[0].count;

afterEach(async () => {
  const proof = await verifyLedger(world.ctx, []);
  expect(proof.differences).toEqual([]);
});

/** Buys through the form of the checkout page; the price is the one without upgrades unless said. */
async function checkout(person: 'buyer' | 'other', wish: Record<string, string> = {}) {
  const visitor = browser(person);
  const page = await visitor.get(`/checkout?service=${sellable.serviceId}`);
  const form = formsIn(page.text).find(({ action }) => action === '/checkout');
  const { _csrf, ...values } = form ? untouched(form) : {};
  return visitor.post('/checkout', {
    ...values,
    service: sellable.serviceId,
    quantity: '1',
    shownPriceMinor: '1500',
    method: 'balance',
    idempotencyKey: randomUUID(),
    ...wish,
  });
}

describe('an invalid form', () => {
  it('comes back with values, errors in the language, focus on the first; nothing is written', async () => {
    const visitor = server.browser();
    for (const [prefix, words] of [
      ['', /[\u0600-\u06ff]/],
      ['/en', /[a-z]/],
    ] as const) {
      await visitor.get(`${prefix}/sign-up`);
      await changed();
      const wrong = { displayName: 'أ', email: 'no address', password: '12345678' };
      const answer = await visitor.post(`${prefix}/sign-up`, wrong);
      expect(answer.status).toBe(422);
      expect(await changed()).toEqual([]);
      const fields = formsIn(answer.text).find(({ action }) => action.endsWith('/sign-up'))?.fields;
      const value = (name: string) => fields?.find((one) => one.name === name)?.value;
      expect([value('displayName'), value('email')]).toEqual(['أ', 'no address']);
      expect(value('password')).toBe('');
      const focused = [...answer.text.matchAll(/<input\b[^>]*\bautofocus\b[^>]*>/g)].map(
        ([tag]) => tag,
      );
      expect(focused).toHaveLength(1);
      expect(focused[0]).toContain('name="displayName"');
      expect(focused[0]).toContain('aria-invalid="true"');
      expect(/id="field-email-error"[\s\S]*?<span>([^<]+)/.exec(answer.text)?.[1]).toMatch(words);
    }
  });
});

describe('the same act twice', () => {
  it('buys once and leads to the same order', async () => {
    const before = await count('orders.orders');
    const idempotencyKey = randomUUID();
    const answers = [];
    for (let time = 0; time < 3; time += 1)
      answers.push(await checkout('buyer', { idempotencyKey }));
    expect(new Set(answers.map(({ status, location }) => `${status} ${location}`)).size).toBe(1);
    expect(answers[0]?.location).toMatch(/^\/orders\//);
    expect(await count('orders.orders')).toBe(before + 1);
  });

  it('at the very same moment buys once too', async () => {
    const before = await count('orders.orders');
    const idempotencyKey = randomUUID();
    await browser('buyer').get('/contact');
    const wish = {
      service: sellable.serviceId,
      quantity: '1',
      shownPriceMinor: '1500',
      method: 'balance',
    };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        browser('buyer').post('/checkout', { ...wish, idempotencyKey }),
      ),
    );
    expect(new Set(answers.map(({ status, location }) => `${status} ${location}`)).size).toBe(1);
    expect(await count('orders.orders')).toBe(before + 1);
  });

  it.each([
    ['a message', 'buyer', 'messages', { text: 'مرة واحدة' }, 'messaging.messages'],
    ['a delivery', 'seller', 'deliveries', { note: 'العمل كاملًا' }, 'orders.deliveries'],
    ['a change request', 'buyer', 'change-requests', { body: 'اللون' }, 'orders.change_requests'],
  ] as const)('sends %s once', async (_what, person, noun, fields, table) => {
    const visitor = browser(person);
    const path = `/orders/${orders.id('working')}`;
    await visitor.get(path);
    const before = await count(table);
    const idempotencyKey = randomUUID();
    for (let time = 0; time < 3; time += 1) {
      const { status } = await visitor.post(`${path}/${noun}`, { ...fields, idempotencyKey });
      expect(status).toBe(303);
    }
    expect(await count(table)).toBe(before + 1);
  });

  it('starts one payment for one top-up', async () => {
    const visitor = browser('other');
    await visitor.get('/wallet/top-up');
    const before = await count('wallet.payments');
    const form = { amount: '12', confirmed: 'yes', idempotencyKey: randomUUID() };
    const first = await visitor.post('/wallet/top-up', form);
    const second = await visitor.post('/wallet/top-up', form);
    expect(second.location).toBe(first.location);
    expect(await count('wallet.payments')).toBe(before + 1);
  });
});

describe('two people who act at once on one order', () => {
  it('accepting many times at the same moment pays the seller once', async () => {
    const path = `/orders/${orders.id('delivered')}`;
    await browser('buyer').get(path);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        browser('buyer').post(`${path}/acceptance`, { idempotencyKey: randomUUID() }),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    expect(await stateOf(orders.id('delivered'))).toBe('completed');
    const releases = `order_id = '${orders.id('delivered')}' and kind = 'release_to_seller'`;
    expect(await count('ledger.transfers', releases)).toBe(1);
  });

  it('one succeeds, the other sees the new state and why', async () => {
    const path = `/orders/${orders.id('prolonged')}`;
    await browser('buyer').get(path);
    await browser('seller').get(path);
    const [accepted, asked] = await Promise.all([
      browser('buyer').post(`${path}/acceptance`),
      browser('seller').post(`${path}/cancellation-requests`, { reason: 'ظرف' }),
    ]);
    expect([accepted.status, asked.status]).toEqual([303, 303]);
    expect(await stateOf(orders.id('prolonged'))).toBe('completed');
    const late = await browser('seller').post(`${path}/cancellation-requests`, { reason: 'ظرف' });
    expect([late.status, late.location]).toEqual([303, path]);
    const { text } = await browser('seller').get(path);
    const why = /class="toast toast-danger"[\s\S]*?<p[^>]*>([^<]+)/.exec(text)?.[1];
    expect(why).toContain('مكتمل');
  });
});

describe('not enough balance', () => {
  it('says what is missing and how to add it; nothing is written', async () => {
    await browser('other').get(`/checkout?service=${sellable.serviceId}`);
    await changed();
    const answer = await checkout('other');
    expect(answer.status).toBe(409);
    expect(answer.text.includes('15.00')).toBe(true);
    expect(/href="\/wallet\/top-up/.test(answer.text)).toBe(true);
    expect(await changed()).toEqual([]);
  });
});

describe('a price or service that changed since the page was opened', () => {
  it('is shown and asked again, never charged', async () => {
    await changed();
    const answer = await checkout('buyer', { shownPriceMinor: '1000' });
    expect(answer.status).toBe(409);
    expect(['10.00', '15.00'].filter((sum) => answer.text.includes(sum))).toEqual([
      '10.00',
      '15.00',
    ]);
    const again = formsIn(answer.text).find(({ action }) => action === '/checkout');
    expect(again?.fields.find(({ name }) => name === 'shownPriceMinor')?.value).toBe('1500');
    expect(await changed()).toEqual([]);
  });

  it('is not sold when it was paused', async () => {
    const seller = world.as(sellable.sellerId);
    await browser('buyer').get(`/checkout?service=${sellable.serviceId}`);
    await pauseService(seller, { serviceId: sellable.serviceId });
    const before = await count('orders.orders');
    const { status, location = '' } = await checkout('buyer');
    expect([303, 409]).toContain(status);
    if (status === 303) expect(location).toMatch(/^\/checkout/);
    expect(await count('orders.orders')).toBe(before);
    await resumeService(seller, { serviceId: sellable.serviceId });
  });
});

describe('a gateway', () => {
  it('that is down: the payment waits, can be asked again, and money and order agree', async () => {
    const { publicUrl } = world.ctx.site;
    const visitor = browser('other');
    await visitor.get('/wallet/top-up');
    world.ctx.site.publicUrl = 'http://localhost:9';
    const form = { amount: '13', confirmed: 'yes', idempotencyKey: randomUUID() };
    const { status, location = '' } = await visitor.post('/wallet/top-up', form);
    expect([status, location]).toEqual([303, expect.stringMatching(/^\/payments\//)]);
    const page = await visitor.get(location);
    expect(page.status).toBe(200);
    world.ctx.site.publicUrl = publicUrl;
    const again = await visitor.post(`${location}/page`);
    expect(again.location).toMatch(/^\/sandbox\/pay\//);
  });

  it('that answers twice and out of order credits once', async () => {
    const visitor = browser('other');
    await visitor.get('/wallet/top-up');
    const form = { amount: '14', confirmed: 'yes', idempotencyKey: randomUUID() };
    const { location = '' } = await visitor.post('/wallet/top-up', form);
    const chargeId = location.split('/').at(-1) ?? '';
    const payer = server.browser();
    await payer.get(location);
    await payer.post(location, { outcome: 'success', delivery: 'never' });
    const word = async (id: string, type: string) => {
      const body = JSON.stringify({ event_id: id, charge_id: chargeId, type });
      const answer = await fetch(`${server.url}/webhooks/sandbox`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'sandbox-signature': signatureOf(world.ctx, body),
        },
        body,
      });
      return answer.status;
    };
    const id = randomUUID();
    const statuses = await Promise.all([
      word(id, 'charge.succeeded'),
      word(id, 'charge.succeeded'),
      word(randomUUID(), 'charge.succeeded'),
      word(randomUUID(), 'charge.processing'),
    ]);
    expect(new Set(statuses)).toEqual(new Set([200]));
    const credits = `kind = 'top_up' and payment_id = (select id from wallet.payments where redirect_url like '%${chargeId}')`;
    expect(await count('ledger.transfers', credits)).toBe(1);
  });

  it('that decides late shows that the payment is being checked', async () => {
    const { text, headers } = await browser('buyer').get(`/payments/${payments.pending}`);
    expect(headers.get('refresh')).toBe('4');
    expect(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(text)?.[1]).toMatch(/[\u0600-\u06ff]/);
  });
});

describe('a database that goes away', () => {
  it('costs a retry page in the language of the reader, and nothing else', async () => {
    const client = new pg.Client({ connectionString: world.superuserUrl });
    await client.connect();
    const kill = () =>
      client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and usename = 'hirfa_app'`,
      );
    const seen = new Set<number>();
    for (let round = 0; round < 6; round += 1) {
      const asking = Array.from({ length: 4 }, (_, at) =>
        browser('buyer').get(`${at % 2 ? '/en' : ''}/orders?round=${round}`),
      );
      await kill();
      for (const { status, text } of await Promise.all(asking)) {
        seen.add(status);
        if (status === 503) expect(text).toMatch(/<html[^>]*(?:dir="rtl"|dir="ltr")/);
      }
    }
    await client.end();
    expect([...seen].filter((status) => status !== 200 && status !== 503)).toEqual([]);
    expect((await browser('buyer').get('/orders')).status).toBe(200);
  });
});

describe('an upload', () => {
  const path = () => `/orders/${orders.id('working')}/messages`;
  const send = async (name: string, type: string, bytes: Uint8Array) => {
    const visitor = browser('seller');
    await visitor.get(`/orders/${orders.id('working')}`);
    return visitor.upload(path(), { text: 'ملف' }, [{ field: 'files', name, type, bytes }]);
  };

  it('that breaks off leaves no half file, neither shown nor on disk', async () => {
    const visitor = browser('seller');
    const { text } = await visitor.get(`/orders/${orders.id('working')}`);
    const token = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
    const before = await count('media.files');
    const left = async () =>
      (await readdir(tmpdir())).filter((name) => name.startsWith('hirfa-upload-'));
    const old = new Set(await left());
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    const part = (name: string, more: string, body: string) =>
      `--half\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${body}\r\n`;
    socket.write(
      `POST ${path()} HTTP/1.1\r\nHost: ${hostname}\r\nCookie: session=${visitor.cookie('session')}\r\n` +
        'Content-Type: multipart/form-data; boundary=half\r\nContent-Length: 900000\r\n\r\n' +
        part('_csrf', '', token) +
        part('files', '; filename="half.pdf"', PDF.toString() + 'x'.repeat(200_000)),
    );
    await new Promise((resolve) => setTimeout(resolve, 400));
    socket.destroy();
    await expect.poll(async () => (await left()).filter((name) => !old.has(name))).toEqual([]);
    expect(await count('media.files')).toBe(before);
  });

  it.each([
    [
      'a program',
      'setup.exe',
      'application/x-msdownload',
      Buffer.from('MZ\x90\0\x03\0\0\0program', 'latin1'),
    ],
    ['a page', 'page.html', 'text/html', Buffer.from('<html><script>alert(1)</script></html>')],
    [
      'a page called a picture',
      'photo.png',
      'image/png',
      Buffer.from('<html><script>alert(1)</script>'),
    ],
    [
      'a drawing with a script',
      'logo.svg',
      'image/svg+xml',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    ],
    ['nothing', 'empty.pdf', 'application/pdf', Buffer.alloc(0)],
  ])(
    'of %s is refused with the reason, or can only be downloaded',
    async (_what, name, type, bytes) => {
      const answer = await send(name, type, bytes);
      expect([303, 422]).toContain(answer.status);
      if (answer.status === 422) {
        expect(answer.text.includes('field-error')).toBe(true);
        expect(answer.text.includes('>ملف</textarea>')).toBe(true);
        return;
      }
      const { text } = await browser('buyer').get(`/orders/${orders.id('working')}`);
      const links = [...text.matchAll(/href="(\/orders\/[\w-]+\/files\/[\w-]+)"/g)].map(
        ([, link]) => link ?? '',
      );
      for (const link of new Set(links)) {
        const { headers } = await browser('buyer').get(link);
        expect(headers.get('content-disposition')).toMatch(/^attachment/);
        expect(headers.get('x-content-type-options')).toBe('nosniff');
      }
    },
  );

  const gallery = async (name: string, bytes: Uint8Array) => {
    const visitor = browser('seller');
    const page = await visitor.get(`/my/services/${services.draft}`);
    const form = formsIn(page.text).find(({ multipart }) => multipart);
    const { _csrf, ...values } = form ? untouched(form) : {};
    return visitor.upload(`/my/services/${services.draft}`, values, [
      { field: 'pictures', name, type: 'image/png', bytes },
    ]);
  };

  it.each([
    ['of the wrong type', 'cover.pdf', async () => PDF],
    [
      'of the wrong type under a right name',
      'cover.png',
      async () => Buffer.from('GIF89a not really'),
    ],
    [
      'over 5 MB',
      'cover.png',
      async () => Buffer.concat([await aPicture(), Buffer.alloc(5_300_000)]),
    ],
    ['cut off in the middle', 'cover.png', async () => (await aPicture(1_600)).subarray(0, 900)],
  ])(
    'of a gallery %s is refused with what is allowed; nothing is stored',
    async (_what, name, make) => {
      const before = await count('media.files');
      const { status, text } = await gallery(name, await make());
      expect(status).toBe(422);
      expect(/id="field-pictures-error"[\s\S]*?<span>([^<]+)/.exec(text)?.[1]).toMatch(
        /[\u0600-\u06ff]/,
      );
      expect(await count('media.files')).toBe(before);
    },
  );

  it('that is a picture and a page at once keeps only the picture', async () => {
    const both = Buffer.concat([
      await aPicture(),
      Buffer.from('<script>alert(document.cookie)</script>'),
    ]);
    expect((await gallery('both.png', both)).status).toBe(303);
    const [file] = await ask(
      "select id from media.files where purpose = 'gallery' order by id desc limit 1",
    );
    const page = await browser('seller').get(`/my/services/${services.draft}`);
    const address = new RegExp(`/media/${file.id}/[\\w.-]+`).exec(page.text)?.[0] ?? '';
    const answer = await fetch(server.url + address);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^image\//);
    expect(Buffer.from(await answer.arrayBuffer()).includes('<script>')).toBe(false);
  });

  it('with a hostile name is shown with a harmless one', async () => {
    const name = '"><script>alert(1)</script>\u202egpj.exe';
    expect((await send(name, 'application/pdf', PDF)).status).toBe(303);
    const { text } = await browser('buyer').get(`/orders/${orders.id('working')}`);
    expect([text.includes('<script>alert'), text.includes('\u202e')]).toEqual([false, false]);
  });

  it('of more files than allowed is refused, not half taken', async () => {
    const visitor = browser('seller');
    await visitor.get(`/orders/${orders.id('working')}`);
    const before = await count('media.files');
    const files = Array.from({ length: 9 }, (_, at) => ({
      field: 'files',
      name: `${at}.pdf`,
      type: 'application/pdf',
      bytes: PDF,
    }));
    const { status } = await visitor.upload(path(), { text: 'كثير' }, files);
    expect([413, 422]).toContain(status);
    expect(await count('media.files')).toBe(before);
  });
});

describe('what belongs to others', () => {
  it('looks exactly like what does not exist', async () => {
    for (const order of Object.keys(EXAMPLE_ORDERS) as (keyof typeof EXAMPLE_ORDERS)[]) {
      const theirs = await browser('other').get(`/orders/${orders.id(order)}`);
      const nobodys = await browser('other').get(`/orders/${randomUUID()}`);
      const plain = ({ text }: { text: string }) =>
        text
          .replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '')
          .replace(/name="_csrf" value="[^"]+"/g, '');
      expect([theirs.status, plain(theirs)]).toEqual([404, plain(nobodys)]);
    }
  });

  it('is logged, with who asked', async () => {
    const path = `/orders/${orders.id('working')}`;
    world.logged.length = 0;
    await browser('other').get(path);
    const said = JSON.stringify(world.logged);
    expect(said).toContain(path);
    expect(said).toContain(people.memberId('other'));
  });

  it('files too, under an order of one’s own', async () => {
    const { status } = await browser('other').get(
      `/orders/${orders.id('working')}/files/${orders.fileId}`,
    );
    expect(status).toBe(404);
    const mixed = `/orders/${orders.id('awaiting')}/files/${orders.fileId}`;
    expect((await browser('buyer').get(mixed)).status).toBe(404);
  });
});
