import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The vocabulary of schema.org, read out of the types of the package schema-dts. */
const text = readFileSync(
  createRequire(import.meta.url).resolve('schema-dts/dist/schema.d.ts'),
  'utf8',
);

const parents = new Map<string, string[]>();
const properties = new Map<string, Map<string, string[]>>();
const unions = new Map<string, string[]>();
/** The base of each type that may stand in `@type`. */
const bases = new Map<string, string>();

const namesIn = (union: string) => union.split('|').map((name) => name.trim().replace(/<.*>$/, ''));

for (const [, name = '', above = '', body = ''] of text.matchAll(
  /^(?:export )?interface (\w+) extends ([^{]+)\{\n([\s\S]*?)^\}/gm,
)) {
  parents.set(
    name,
    above.split(',').map((one) => one.trim()),
  );
  const own = [...body.matchAll(/^ {4}"([\w-]+)"\?: SchemaValue<(.+), "[\w-]+">;$/gm)];
  properties.set(
    name,
    new Map(own.map(([, property = '', union = '']) => [property, namesIn(union)])),
  );
  const type = /^ {4}"@type": "(\w+)";$/m.exec(body)?.[1];
  if (type) bases.set(type, name);
}
for (const [, name = '', union = ''] of text.matchAll(
  /^export type (\w+)(?:<[^>]*>)? = (.+);$/gm,
)) {
  unions.set(name, namesIn(union));
}

/** What a property may hold: names of leaves, literals and plain types. */
function expand(names: readonly string[], seen = new Set<string>()): Set<string> {
  for (const name of names) {
    if (seen.has(name)) continue;
    seen.add(name);
    expand(unions.get(name) ?? [], seen);
  }
  return seen;
}

function propertyOf(base: string, property: string): string[] | undefined {
  const own = properties.get(base)?.get(property);
  if (own) return own;
  for (const parent of parents.get(base) ?? []) {
    const found = propertyOf(parent, property);
    if (found) return found;
  }
  return undefined;
}

type Thing = Record<string, unknown>;
const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What schema.org does not know of this data: types, properties, values of the wrong kind. */
export function unknownToSchemaOrg(data: unknown): string[] {
  if (!isThing(data)) return ['is no object'];
  if (data['@context'] !== 'https://schema.org') return ['has not the context of schema.org'];
  const { '@context': _, '@graph': graph, ...thing } = data;
  if (Array.isArray(graph)) return graph.flatMap((one) => wrongIn(one, '@graph'));
  return wrongIn(thing, '');
}

function wrongIn(thing: unknown, path: string): string[] {
  if (!isThing(thing)) return [`${path} is no object`];
  const type = String(thing['@type']);
  const base = bases.get(type);
  if (!base) return [`${path}: schema.org has no type ${type}`];
  return Object.entries(thing)
    .filter(([name]) => !name.startsWith('@'))
    .flatMap(([name, value]) =>
      wrongProperty({ type, base, name }, value, `${path}/${type}.${name}`),
    );
}

function wrongProperty(
  of: { type: string; base: string; name: string },
  value: unknown,
  path: string,
): string[] {
  const constraint = /^(\w+)-(?:input|output)$/.exec(of.name);
  if (constraint) {
    const known = of.type.endsWith('Action') && typeof value === 'string';
    return known ? [] : [`${path} is no constraint of an action`];
  }
  const holds = propertyOf(of.base, of.name);
  if (!holds) return [`${path}: ${of.type} has no such property`];
  const accepted = expand(holds);
  return [value].flat().flatMap((one) => wrongValue(accepted, one, path));
}

function wrongValue(accepted: ReadonlySet<string>, value: unknown, path: string): string[] {
  if (isThing(value)) {
    if (!('@type' in value)) {
      return accepted.has('IdReference') && typeof value['@id'] === 'string'
        ? []
        : [`${path} has no type`];
    }
    const base = bases.get(String(value['@type']));
    const fits = base !== undefined && accepted.has(base);
    return fits
      ? wrongIn(value, path)
      : [`${path} may not be a ${String(value['@type'])}`, ...wrongIn(value, path)];
  }
  const plain = accepted.has(typeof value) || accepted.has(`"${String(value)}"`);
  return plain ? [] : [`${path} may not be ${JSON.stringify(value)}`];
}

/** What search engines ask of the things they show: at least one of each row's names. */
const REQUIRED: Readonly<Record<string, readonly (readonly string[])[]>> = {
  Product: [['name'], ['offers', 'aggregateRating', 'review'], ['image'], ['description']],
  Offer: [['price'], ['priceCurrency'], ['availability'], ['url']],
  AggregateRating: [['ratingValue'], ['ratingCount', 'reviewCount']],
  BreadcrumbList: [['itemListElement']],
  ItemList: [['itemListElement']],
  ListItem: [['position'], ['name', 'item', 'url']],
  ProfilePage: [['mainEntity']],
  CollectionPage: [['name'], ['mainEntity']],
  Person: [['name']],
  Brand: [['name']],
  Organization: [['name'], ['url'], ['logo']],
  WebSite: [['name'], ['url']],
  SearchAction: [['target'], ['query-input']],
  FAQPage: [['mainEntity']],
  Question: [['name'], ['acceptedAnswer']],
  Answer: [['text']],
  EntryPoint: [['urlTemplate']],
};

/** Every thing inside, however deep. */
export function thingsIn(data: unknown): Thing[] {
  if (Array.isArray(data)) return data.flatMap(thingsIn);
  if (!isThing(data)) return [];
  const own = typeof data['@type'] === 'string' ? [data] : [];
  return [...own, ...Object.values(data).flatMap(thingsIn)];
}

/** What is missing for rich results. */
export function missingForRichResults(data: unknown): string[] {
  return thingsIn(data).flatMap((thing) => {
    const type = String(thing['@type']);
    const rows = REQUIRED[type];
    if (!rows) return [`nobody said what a ${type} needs`];
    const isMissing = (name: string) => thing[name] === undefined || thing[name] === '';
    return rows
      .filter((names) => names.every(isMissing))
      .map((names) => `${type} without ${names.join(' or ')}`);
  });
}
