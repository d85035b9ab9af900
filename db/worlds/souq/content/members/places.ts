const timeZones: Readonly<Record<string, string>> = {
  AE: 'Asia/Dubai',
  DZ: 'Africa/Algiers',
  EG: 'Africa/Cairo',
  IQ: 'Asia/Baghdad',
  JO: 'Asia/Amman',
  KW: 'Asia/Kuwait',
  LB: 'Asia/Beirut',
  LY: 'Africa/Tripoli',
  MA: 'Africa/Casablanca',
  MR: 'Africa/Nouakchott',
  OM: 'Asia/Muscat',
  PS: 'Asia/Hebron',
  QA: 'Asia/Qatar',
  SA: 'Asia/Riyadh',
  SD: 'Africa/Khartoum',
  SY: 'Asia/Damascus',
  TN: 'Africa/Tunis',
  YE: 'Asia/Aden',
};

/** The IANA zone of a country of the world; an unknown code is a mistake in the data. */
export function timeZoneOf(country: string): string {
  const zone = timeZones[country];
  if (zone === undefined) throw new Error(`No time zone is known for "${country}"`);
  return zone;
}
