import { describe, expect, it } from 'vitest';
import { addDays, addHours, DAY_MS, fixedClock, HOUR_MS, movableClock } from './index.ts';

const monday = new Date('2026-11-23T10:42:00Z');

describe('clocks', () => {
  it('a fixed clock stands still until it is moved', () => {
    const clock = fixedClock(monday);
    expect(clock.now()).toEqual(monday);
    clock.advance(2 * HOUR_MS);
    expect(clock.now()).toEqual(addHours(monday, 2));
    clock.set(addDays(monday, 3));
    expect(clock.now().getTime() - monday.getTime()).toBe(3 * DAY_MS);
  });

  it('gives a fresh date each time, so a caller cannot move it by accident', () => {
    const clock = fixedClock(monday);
    clock.now().setFullYear(1990);
    expect(clock.now()).toEqual(monday);
  });

  it('a movable clock runs with its base from wherever it was set', () => {
    const base = fixedClock(monday);
    const clock = movableClock(base, HOUR_MS);
    expect(clock.now()).toEqual(addHours(monday, 1));
    clock.set(addDays(monday, 10));
    base.advance(HOUR_MS);
    expect(clock.now()).toEqual(addHours(addDays(monday, 10), 1));
    clock.advance(-DAY_MS);
    expect(clock.now()).toEqual(addHours(addDays(monday, 9), 1));
  });
});
