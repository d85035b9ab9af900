/** The zones of the Arab world, west to east, that the list offers first. */
export const nearTimeZones: readonly string[] = [
  'Africa/Nouakchott',
  'Africa/Casablanca',
  'Africa/Algiers',
  'Africa/Tunis',
  'Africa/Tripoli',
  'Africa/Cairo',
  'Africa/Khartoum',
  'Asia/Hebron',
  'Asia/Amman',
  'Asia/Beirut',
  'Asia/Damascus',
  'Asia/Baghdad',
  'Asia/Riyadh',
  'Asia/Kuwait',
  'Asia/Qatar',
  'Asia/Bahrain',
  'Asia/Aden',
  'Africa/Mogadishu',
  'Africa/Djibouti',
  'Asia/Dubai',
  'Asia/Muscat',
];

/** Every zone a member may choose, by IANA name. */
export const timeZones: readonly string[] = [
  ...nearTimeZones,
  ...Intl.supportedValuesOf('timeZone').filter((zone) => !nearTimeZones.includes(zone)),
];

const known = new Set(timeZones);

/** Whether the text names a zone of the list. */
export function isTimeZone(text: string): boolean {
  return known.has(text);
}
