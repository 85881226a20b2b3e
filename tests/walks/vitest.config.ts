import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"

const root = fileURLToPath(new URL("../..", import.meta.url))

// Browser walks: the built site, each file with a site and data of its own.
export default defineConfig({
  root,
  resolve: { alias: { "@": root.replace(/\/$/, "") } },
  test: {
    include: ["tests/walks/**/*.test.ts"],
    globalSetup: ["tests/walks/prepare.ts"],
    testTimeout: 120_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
    expect: { poll: { timeout: 10_000 } },
    // A browser on a busy machine misses a moment now and then; what fails twice is a defect. The report says what was walked again.
    retry: 1,
  },
})
