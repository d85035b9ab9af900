import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { barePath, type Locale, localePath } from '#platform/i18n';
import { isGivenUpTransition, layOutAll } from '#test/chromium';
import type { Browser, Locator, Page } from 'playwright-core';

/** How somebody reads the site. */
export interface Manner {
  locale: Locale;
  javaScript: boolean;
}

/** Runs of one journey: Arabic and English, and Arabic without JavaScript. */
export const manners: (Manner & { name: string })[] = [
  { name: 'in Arabic', locale: 'ar', javaScript: true },
  { name: 'in English', locale: 'en', javaScript: true },
  { name: 'in Arabic without JavaScript', locale: 'ar', javaScript: false },
];

const PICTURES = resolve('test-results');
const INVISIBLE = /[\u200e\u200f\u2066-\u2069]/g;

/** Somebody at a real browser of their own: no cookies of others, one page. */
export class Person {
  readonly page: Page;
  readonly manner: Manner;
  /** Errors of scripts and answers that the site should never give. */
  readonly mishaps: string[] = [];
  readonly #site: string;
  readonly #name: string;

  private constructor(page: Page, site: string, manner: Manner, name: string) {
    this.page = page;
    this.manner = manner;
    this.#site = site;
    this.#name = name;
    page.on('pageerror', ({ message }) => {
      if (!isGivenUpTransition(message)) this.mishaps.push(`${page.url()}: ${message}`);
    });
    page.on('console', (said) => {
      // A refused form is an answer like any other; the browser notes it all the same.
      const refusal = /status of (?:4\d\d)/.test(said.text());
      if (said.type() === 'error' && !refusal) this.mishaps.push(`${page.url()}: ${said.text()}`);
    });
    page.on('response', (answer) => {
      if (answer.status() >= 500) this.mishaps.push(`${answer.url()}: ${answer.status()}`);
    });
  }

  static async arrive(
    browser: Browser,
    at: { site: string; manner: Manner; name: string; moves?: boolean },
  ): Promise<Person> {
    const context = await browser.newContext({
      baseURL: at.site,
      javaScriptEnabled: at.manner.javaScript,
      viewport: { width: 1280, height: 900 },
      // Fixed, so that both languages and all machines see the same.
      timezoneId: 'Asia/Riyadh',
      locale: at.manner.locale,
      // Motion takes as long as all the rest: one journey has it, the others go without.
      reducedMotion: at.moves ? 'no-preference' : 'reduce',
    });
    context.setDefaultTimeout(20_000);
    return new Person(await context.newPage(), at.site, at.manner, at.name);
  }

  /** Opens a page of the site in the reader's language; answers its status. */
  async open(path: string): Promise<number> {
    const answer = await this.page.goto(this.#site + localePath(this.manner.locale, path));
    return answer?.status() ?? 0;
  }

  /** The form that is sent to an address ending so, within what the page is about. */
  form(actionEnd: string): Locator {
    return this.page.locator(`main form[action$="${actionEnd}"]`);
  }

  /** Presses something that leads to another page, and waits until it stands there. */
  async press(what: Locator): Promise<void> {
    await Promise.all([this.page.waitForEvent('load'), what.click()]);
  }

  /** Sends a form by its (first visible) button. */
  async send(form: Locator): Promise<void> {
    await this.press(form.locator('button:not([type=button]):visible').first());
  }

  /** Opens a page again and again until it shows what is awaited. */
  async openUntil(path: string, what: Locator): Promise<void> {
    for (let attempt = 0; attempt < 60; attempt += 1) {
      await this.open(path);
      if (await what.first().isVisible()) return;
      await this.page.waitForTimeout(250);
    }
    throw new Error(`${path} never showed ${what.toString()}`);
  }

  /** The text of the file behind a link, asked for with this person's cookies. */
  async fetchText(link: Locator): Promise<string> {
    const answer = await this.page.request.get((await link.getAttribute('href')) ?? '');
    return answer.text();
  }

  /** What the page says, without marks that only steer direction. */
  async text(where = 'main'): Promise<string> {
    return plain(await this.page.locator(where).first().innerText());
  }

  /** The figure beside a name in a list of figures. */
  async figure(index: number): Promise<string> {
    return plain(await this.page.locator('main .stat .stat-value').nth(index).innerText());
  }

  /** The page's path, without language and query. */
  path(): string {
    return barePath(new URL(this.page.url()).pathname);
  }

  /** Keeps a picture of the whole page in test-results/ when JOURNEY_PICTURES is set: each takes a second. */
  async picture(of: string): Promise<void> {
    if (process.env.JOURNEY_PICTURES) await this.keepPicture(of);
  }

  /** Keeps a picture of the whole page in test-results/. */
  async keepPicture(of: string): Promise<void> {
    mkdirSync(PICTURES, { recursive: true });
    const { locale, javaScript } = this.manner;
    // Without JavaScript nothing can be told to the page.
    if (javaScript) await layOutAll(this.page);
    const name = `${this.#name}-${of}-${locale}${javaScript ? '' : '-no-js'}.png`;
    await this.page.screenshot({ path: join(PICTURES, name), fullPage: true });
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }
}

export function plain(text: string): string {
  return text.replace(INVISIBLE, '').replace(/\u00a0|\u202f/g, ' ');
}
