/** Time and chance, as a worker has them. */
export interface Clock {
  now: () => Date;
  /** From 0 to less than 1. */
  random: () => number;
}

export const wallClock: Clock = { now: () => new Date(), random: Math.random };
