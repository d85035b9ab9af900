import { config } from '#config';

/** Every rule with the type of its value: bigint for USD cents, number for the rest. */
export type Rules = typeof config.rules;
export type RuleKey = keyof Rules;

/** Whether the operator's file knows this rule. */
export function isRuleKey(key: string): key is RuleKey {
  return Object.hasOwn(config.rules, key);
}

/** A value as it is stored: amounts become decimal text, so that no cent passes through a float. */
export function ruleToJson(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (Array.isArray(value)) return value.map(ruleToJson);
  if (typeof value === 'object' && value !== null) return mapFields(value, ruleToJson);
  return value;
}

/** Reads a stored value by the shape of the default; undefined when it does not have that shape. */
export function ruleFromJson<T>(sample: T, json: unknown): T | undefined {
  try {
    return readLike(sample, json) as T;
  } catch {
    return undefined;
  }
}

function readLike(sample: unknown, json: unknown): unknown {
  if (typeof sample === 'bigint') return readAmount(json);
  if (Array.isArray(sample)) {
    if (!Array.isArray(json)) throw new TypeError('a list is expected');
    return json.map((entry) => readLike(sample[0], entry));
  }
  if (typeof sample === 'object' && sample !== null) {
    if (typeof json !== 'object' || json === null) throw new TypeError('fields are expected');
    const given = json as Record<string, unknown>;
    return mapFields(sample, (value, name) => readLike(value, given[name]));
  }
  if (typeof json !== typeof sample) throw new TypeError(`${typeof sample} is expected`);
  return json;
}

function readAmount(json: unknown): bigint {
  if (typeof json !== 'string' || !/^-?\d+$/.test(json)) throw new TypeError('cents are expected');
  return BigInt(json);
}

function mapFields(value: object, change: (field: unknown, name: string) => unknown): object {
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [name, change(field, name)]),
  );
}
