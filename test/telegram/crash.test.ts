import { describe, expect, it } from "vitest";
import { runCrashes } from "./crash.ts";

describe("a process that is killed while it answers", () => {
  it("answers every question after the restart, and repeats no more than was under way", {
    timeout: 180_000,
  }, async () => {
    const report = await runCrashes({ crashes: 3, people: 60, seed: 20_260_115 });
    expect(report).toMatchObject({ unanswered: 0, unattributed: 0, answered: report.questions });
    expect(report.questions).toBeGreaterThan(100);
    // An answer comes twice only if the process died after sending and before remembering it. The messages of one chat
    // go one after the other, so at each kill that is at most one for each chat of the batch.
    expect(report.duplicates).toBeLessThanOrEqual(report.exposed);
    expect(report.maxAnswersOfOne).toBeLessThanOrEqual(1 + report.crashes);
    expect(report.complaints).toEqual([]);
  });
});
