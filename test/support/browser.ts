export interface Visited {
  status: number;
  /** Where a redirect leads, as a path of the site or a whole address elsewhere. */
  location: string | undefined;
  text: string;
  headers: Headers;
}

type Fields = Record<string, string | readonly string[]>;

/** A megabyte is the same in every field of every form: it is encoded once. */
const long = new Map<string, string>();
const LONG = 10_000;

/** As forms are sent; half a letter becomes the sign that stands for it. */
function encoded(text: string): string {
  if (text.length < LONG) return encodeURIComponent(text.toWellFormed());
  const known = long.get(text) ?? encodeURIComponent(text.toWellFormed());
  long.set(text, known);
  return known;
}

/** A visitor without JavaScript: keeps cookies, sends forms with the token of the page they stand on. */
export class Browser {
  readonly #origin: string;
  readonly #cookies = new Map<string, string>();
  #token = '';

  constructor(origin: string) {
    this.#origin = origin;
  }

  /** Opens a page; redirects are not followed. */
  async get(path: string, headers: Record<string, string> = {}): Promise<Visited> {
    return this.#visit(path, { headers });
  }

  /** Opens a page and follows where it leads within the site. */
  async open(path: string): Promise<Visited> {
    let visited = await this.get(path);
    for (let hops = 0; visited.location !== undefined && hops < 8; hops += 1) {
      visited = await this.get(visited.location);
    }
    return visited;
  }

  /** Sends a form as the last opened page would; `token: false` leaves the CSRF token out. */
  async post(
    path: string,
    fields: Fields = {},
    options: { token?: boolean } = {},
  ): Promise<Visited> {
    const parts = options.token === false ? [] : [`_csrf=${encodeURIComponent(this.#token)}`];
    for (const [name, value] of Object.entries(fields)) {
      for (const one of [value].flat()) parts.push(`${encoded(name)}=${encoded(String(one))}`);
    }
    const headers = { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' };
    return this.#visit(path, { method: 'POST', body: parts.join('&'), headers });
  }

  /** Sends a form with files. */
  async upload(
    path: string,
    fields: Fields,
    files: { field: string; name: string; type: string; bytes: Uint8Array }[],
  ): Promise<Visited> {
    const body = new FormData();
    body.append('_csrf', this.#token);
    for (const [name, value] of Object.entries(fields)) {
      for (const one of [value].flat()) body.append(name, one as string);
    }
    for (const file of files) {
      body.append(file.field, new File([file.bytes as BlobPart], file.name, { type: file.type }));
    }
    return this.#visit(path, { method: 'POST', body });
  }

  /** What a script of the last opened page would send: any method and body, the token as a header. */
  async send(
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body?: Uint8Array | string,
  ): Promise<Visited> {
    const sent = Object.entries({ 'x-csrf-token': this.#token, ...headers });
    return this.#visit(path, {
      method,
      headers: Object.fromEntries(sent.filter(([, value]) => value !== '')),
      ...(body === undefined ? {} : { body: body as BodyInit }),
    });
  }

  /** The token of the last opened page. */
  get token(): string {
    return this.#token;
  }

  cookie(name: string): string | undefined {
    return this.#cookies.get(name);
  }

  setCookie(name: string, value: string): void {
    this.#cookies.set(name, value);
  }

  async #visit(
    path: string,
    init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> },
  ): Promise<Visited> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { accept: 'text/html', ...(cookie ? { cookie } : {}), ...init.headers };
    const address = path.startsWith('http') ? path : this.#origin + path;
    const answer = await fetch(address, { redirect: 'manual', ...init, headers });
    for (const line of answer.headers.getSetCookie()) this.#keep(line);
    const text = await answer.text();
    const token = /name="_csrf" value="([^"]+)"/.exec(text)?.[1];
    if (token) this.#token = token;
    const location = answer.headers.get('location') ?? undefined;
    return {
      status: answer.status,
      location: location?.startsWith(this.#origin) ? location.slice(this.#origin.length) : location,
      text,
      headers: answer.headers,
    };
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split(';');
    const [name = '', ...rest] = pair.split('=');
    const gone = attributes.some((attribute) => /^\s*max-age=0\s*$/i.test(attribute));
    if (gone) this.#cookies.delete(name.trim());
    else this.#cookies.set(name.trim(), rest.join('='));
  }
}
