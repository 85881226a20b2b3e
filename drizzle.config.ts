import { defineConfig } from "drizzle-kit"

// npx drizzle-kit generate writes the next migration from the schema; it is then read and reviewed by a person.
export default defineConfig({
  dialect: "postgresql",
  schema: "./db/schema/*.ts",
  out: "./db/migrations",
  casing: "snake_case",
})
