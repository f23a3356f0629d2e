import { defineConfig } from "vitest/config";

export default defineConfig({
  // Tests that run the real command wait for a whole process, on a machine that may be busy.
  test: { include: ["test/**/*.test.ts"], testTimeout: 30_000, hookTimeout: 60_000 },
});
