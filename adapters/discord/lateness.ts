/**
 * How late an interaction comes, without trusting that this machine's clock tells Discord's time: ages are compared with
 * the least of the last hour, which is what the way here and the difference of the clocks take.
 */
export interface Lateness {
  /** Milliseconds beyond the usual; 0 for the first one, of which nothing is known. */
  of(interaction: { readonly createdTimestamp: number }): number;
}

const HOUR = 3_600_000;

/** @param now milliseconds since any moment, of a clock that is never set: one that jumps would make everything late */
export function createLateness(now: () => number): Lateness {
  let least = Number.POSITIVE_INFINITY;
  let leastBefore = Number.POSITIVE_INFINITY;
  let since = now();
  return {
    of({ createdTimestamp }) {
      const time = now();
      if (time - since > HOUR) {
        leastBefore = time - since > 2 * HOUR ? Number.POSITIVE_INFINITY : least;
        least = Number.POSITIVE_INFINITY;
        since = time;
      }
      const age = time - createdTimestamp;
      least = Math.min(least, age);
      return age - Math.min(least, leastBefore);
    },
  };
}
