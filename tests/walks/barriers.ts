import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import type { Page } from "playwright-core"

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")
type Violation = { id: string; nodes: { html: string; failureSummary: string }[] }

/** What axe finds against WCAG 2.2 AA, a line each; but for one rule that looks for visible words in a name by the blanks
 * between words: it does not find 留空 in 留空未填. */
export async function barriers(page: Page): Promise<string[]> {
  // Asked of the browser, not of the page: the content policy would refuse a script of others.
  await page.evaluate(`${axe}; null`)
  const found = (await page.evaluate(
    `axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
      rules: { "label-content-name-mismatch": { enabled: false } } }).then((r) => r.violations)`,
  )) as Violation[]
  return found.map(
    ({ id, nodes }) =>
      `${id} ×${nodes.length}: ${nodes[0]?.html.slice(0, 200)} ${nodes[0]?.failureSummary.split("\n")[1] ?? ""}`,
  )
}
