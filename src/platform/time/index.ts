export { type Clock, fixedClock, type MovableClock, movableClock, systemClock } from './clock.ts';
export { addDays, addHours, addMs, DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from './duration.ts';
