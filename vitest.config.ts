import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Tests that run the real process mostly wait for it, so two at a time do no harm on a machine with two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // They wait for a whole process, on a machine that may be busy.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
