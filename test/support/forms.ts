/** A form as it stands on a page, for visitors without a browser. */
export interface PageForm {
  action: string;
  method: 'get' | 'post';
  multipart: boolean;
  fields: FormField[];
}

export interface FormField {
  name: string;
  /** `textarea`, `select`, or the type of an input or button. */
  type: string;
  value: string;
  /** What a select offers. */
  options: string[];
  required: boolean;
  checked: boolean;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

const FORM = /<form\b((?:[^">]|"[^"]*")*)>([\s\S]*?)<\/form>/g;
const INPUT = /<(input|button)\b((?:[^">]|"[^"]*")*)>/g;
const BLOCK = /<(textarea|select)\b((?:[^">]|"[^"]*")*)>([\s\S]*?)<\/\1>/g;
const OPTION = /<option\b((?:[^">]|"[^"]*")*)>/g;

/** Text of HTML as a reader sees it. */
export function unescapeHtml(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_whole, name: string) => ENTITIES[name] ?? '');
}

/** The forms of a page, in their order. */
export function formsIn(html: string): PageForm[] {
  return [...html.matchAll(FORM)].map(([, tag = '', inside = '']) => {
    const form = attributesOf(tag);
    return {
      action: form.get('action') ?? '',
      method: form.get('method')?.toLowerCase() === 'post' ? 'post' : 'get',
      multipart: form.get('enctype') === 'multipart/form-data',
      fields: fieldsIn(inside),
    };
  });
}

/** What a browser would send if nobody touched the form; the first choice where one is needed. */
export function untouched(form: PageForm): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  const radios = new Set(form.fields.filter((one) => one.checked).map((one) => one.name));
  for (const { name, type, value, options, checked } of form.fields) {
    if (type === 'file' || type === 'submit') continue;
    if (type === 'checkbox' && !checked) continue;
    if (type === 'radio' && !checked && radios.has(name)) continue;
    if (type === 'radio') radios.add(name);
    const sent = type === 'select' && value === '' ? (options.find(Boolean) ?? '') : value;
    const before = values[name];
    values[name] = before === undefined ? sent : [before, sent].flat();
  }
  return values;
}

function fieldsIn(html: string): FormField[] {
  const fields: FormField[] = [];
  for (const [, element = '', tag = ''] of html.matchAll(INPUT)) {
    const given = attributesOf(tag);
    const name = given.get('name');
    const type = given.get('type') ?? (element === 'button' ? 'submit' : 'text');
    if (name) fields.push(field(name, { type, value: given.get('value') ?? '', given }));
  }
  for (const [, element = '', tag = '', inside = ''] of html.matchAll(BLOCK)) {
    const given = attributesOf(tag);
    const name = given.get('name');
    if (!name) continue;
    if (element === 'textarea') {
      const value = unescapeHtml(inside.replace(/^\n/, ''));
      fields.push(field(name, { type: 'textarea', value, given }));
    } else fields.push(choice(name, inside, given));
  }
  return fields;
}

function choice(name: string, inside: string, given: Map<string, string>): FormField {
  const options = [...inside.matchAll(OPTION)].map(([, tag = '']) => attributesOf(tag));
  const chosen = options.find((one) => one.has('selected')) ?? options[0];
  const value = chosen?.get('value') ?? '';
  const all = options.map((one) => one.get('value') ?? '');
  return { ...field(name, { type: 'select', value, given }), options: all };
}

function field(
  name: string,
  from: { type: string; value: string; given: Map<string, string> },
): FormField {
  const { type, given } = from;
  const ticked = type === 'checkbox' || type === 'radio';
  return {
    name,
    type,
    value: ticked && from.value === '' ? 'on' : from.value,
    options: [],
    required: given.has('required') || given.get('aria-required') === 'true',
    checked: given.has('checked'),
  };
}

function attributesOf(tag: string): Map<string, string> {
  const found = tag.matchAll(/([a-zA-Z][\w:-]*)(?:="([^"]*)")?/g);
  return new Map([...found].map(([, name = '', value = '']) => [name, unescapeHtml(value)]));
}
