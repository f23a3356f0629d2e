import { describe, expect, it } from "vitest";
import { createLateness } from "../../adapters/discord/lateness.ts";

/** A machine whose clock differs from Discord's; both run on by `wait`. */
function clocks(difference: number) {
  let discord = 1_000_000;
  const lateness = createLateness(() => discord + difference);
  return {
    wait(milliseconds: number) {
      discord += milliseconds;
    },
    /** An interaction that was made so long ago, by Discord's clock. */
    madeAgo: (milliseconds: number) => lateness.of({ createdTimestamp: discord - milliseconds }),
  };
}

const MINUTE = 60_000;

describe("an interaction", () => {
  it.each([0, 3_600_000, -3_600_000])(
    "is late by what it took longer than others, on a clock %i ms ahead",
    (difference) => {
      const { wait, madeAgo } = clocks(difference);
      expect(madeAgo(100)).toBe(0);
      wait(MINUTE);
      expect(madeAgo(150)).toBe(50);
      expect(madeAgo(20_000)).toBe(19_900);
      wait(MINUTE);
      expect(madeAgo(80)).toBe(0);
    },
  );

  it("is compared with the last hour alone, since clocks drift apart", () => {
    const { wait, madeAgo } = clocks(0);
    madeAgo(100);
    wait(61 * MINUTE);
    expect(madeAgo(5_000)).toBe(4_900);
    wait(61 * MINUTE);
    expect(madeAgo(9_000)).toBe(4_000);
    wait(200 * MINUTE);
    expect(madeAgo(60_000)).toBe(0);
  });
});
