/** The zones of the Arab world, west to east, each with the country readers know it by. */
const NEAR: readonly (readonly [zone: string, country: string])[] = [
  ['Africa/Nouakchott', 'MR'],
  ['Africa/Casablanca', 'MA'],
  ['Africa/Algiers', 'DZ'],
  ['Africa/Tunis', 'TN'],
  ['Africa/Tripoli', 'LY'],
  ['Africa/Cairo', 'EG'],
  ['Africa/Khartoum', 'SD'],
  ['Asia/Hebron', 'PS'],
  ['Asia/Amman', 'JO'],
  ['Asia/Beirut', 'LB'],
  ['Asia/Damascus', 'SY'],
  ['Asia/Baghdad', 'IQ'],
  ['Asia/Riyadh', 'SA'],
  ['Asia/Kuwait', 'KW'],
  ['Asia/Qatar', 'QA'],
  ['Asia/Bahrain', 'BH'],
  ['Asia/Aden', 'YE'],
  ['Africa/Mogadishu', 'SO'],
  ['Africa/Djibouti', 'DJ'],
  ['Indian/Comoro', 'KM'],
  ['Asia/Dubai', 'AE'],
  ['Asia/Muscat', 'OM'],
];

/** The zones that the list offers first. */
export const nearTimeZones: readonly string[] = NEAR.map(([zone]) => zone);

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

/** The country a near zone is known by (ISO 3166); undefined for the rest of the world. */
export function countryOfZone(zone: string): string | undefined {
  return NEAR.find(([near]) => near === zone)?.[1];
}
