/** The one clock everything asks for business time (ARCHITECTURE 7, time). */
export interface Clock {
  now(): Date;
}

/** A clock that can be set and moved, for tests and development. */
export interface MovableClock extends Clock {
  /** Jump to an instant; a running clock runs on from there. */
  set(at: Date): void;
  /** Move forward by that many milliseconds (negative moves back). */
  advance(byMs: number): void;
}

/** The machine's own clock: the only place that reads it. */
export const systemClock: Clock = {
  now: () => new Date(),
};

/** A clock that stands still until it is set or advanced. */
export function fixedClock(at: Date): MovableClock {
  let currentMs = at.getTime();
  return {
    now: () => new Date(currentMs),
    set(next) {
      currentMs = next.getTime();
    },
    advance(byMs) {
      currentMs += byMs;
    },
  };
}

/** A clock that runs with `base`, shifted by an offset that can be changed while it runs. */
export function movableClock(base: Clock, offsetMs = 0): MovableClock {
  let shiftMs = offsetMs;
  return {
    now: () => new Date(base.now().getTime() + shiftMs),
    set(next) {
      shiftMs = next.getTime() - base.now().getTime();
    },
    advance(byMs) {
      shiftMs += byMs;
    },
  };
}
