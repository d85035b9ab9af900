/** The Arab world, by ISO 3166. */
export const nearCountries: readonly string[] =
  'DZ BH KM DJ EG IQ JO KW LB LY MA MR OM PS QA SA SO SD SY TN AE YE'.split(' ');

const ALL =
  `AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH
  CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN
  GQ GR GT GW GY HK HN HR HT HU ID IE IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC
  LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NE NG NI NL NO
  NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS
  ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS XK YE ZA ZM ZW`
    .trim()
    .split(/\s+/);

/** Everybody else. */
export const otherCountries: readonly string[] = ALL.filter(
  (code) => !nearCountries.includes(code),
);

/** Languages offered on a profile, by ISO 639, the ones most worked in first. */
export const workingLanguages: readonly string[] =
  'ar en fr tr de es it fa ku ur hi pt ru zh ja ko nl id ms sw so am'.split(' ');
