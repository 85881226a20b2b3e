import { availableParallelism } from "node:os"
import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  test: {
    include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
    exclude: ["tests/structure/**", "tests/walks/**"],
    globalSetup: ["tests/databases.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // On two processors it would be one: much of the time goes into waiting for a database.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
})
