import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { Role } from "@/catalogue/role"
import { exploreViews } from "@/statistics/explore-state"
import { barriers } from "@/tests/walks/barriers"
import { openSite, type Site } from "@/tests/walks/open-site"

/** Each of these looks at a dozen pages and more. */
const timeout = 400_000

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

/** A page with the cookies of a look. */
async function pageWith(cookies: Record<string, string>, options: Parameters<Site["page"]>[1] = {}) {
  const page = await site.page("desk", options)
  const entries = Object.entries(cookies).map(([name, value]) => ({ name, value, url: site.address }))
  await page.context().addCookies(entries)
  return page
}

const main = [
  ...exploreViews.map((view) => `/explore?view=${view}&focus=990181100`),
  ...["/", "/search?q=青棠镇 调处", "/towns/990181100", "/metrics/contracts_reviewed", "/reports"],
]
const pages: readonly (readonly [string, Role | null])[] = [
  ...main.map((path) => [path, "reviewer"] as const),
  ...[
    "/reports/990181110/2024",
    "/reports/990181100/2023?view=published",
    "/questions",
    "/import",
    "/region?query=临海",
    "/account",
    "/nowhere",
  ].map((path) => [path, "reviewer"] as const),
  ["/", "leader"],
  ["/questions", "town_officer"],
  ["/accounts", "administrator"],
  ["/settings", "administrator"],
  ["/audit", "auditor"],
  ["/import", "leader"],
  ["/sign-in", null],
  ["/link/nothing", null],
]

/** All pages of a look in one browser page: opening each anew takes longer than looking at it. */
async function barriersOf(paths: readonly string[], page: Page): Promise<string[]> {
  const found: string[] = []
  for (const path of paths) {
    await page.goto(path, { waitUntil: "load" })
    found.push(...(await barriers(page)).map((line) => `${path} ${line}`))
  }
  await page.context().close()
  return found
}

for (const locale of ["zh", "en"] as const) {
  test(`no page has a barrier, for whomever it is (${locale})`, { timeout }, async () => {
    for (const as of new Set(pages.map(([, role]) => role))) {
      const paths = pages.filter(([, role]) => role === as).map(([path]) => path)
      expect(await barriersOf(paths, await pageWith({}, { locale, as })), String(as)).toEqual([])
    }
  })
}

test.each(["dark", "contrast"])("no barrier in the theme %s", { timeout }, async (theme) => {
  expect(await barriersOf(main, await pageWith({ "fadu-theme": theme }))).toEqual([])
})

test("the theme is chosen without a script, stays, and is there before anything is painted", async () => {
  const page = await site.page("desk", { script: false })
  await page.goto("/explore")
  await page.getByText("外观").click()
  await page.getByRole("button", { name: "深色" }).click()
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  // A press ends with the head of the next page: what is in it may still be on its way.
  const become = (colour: string) => expect.poll(background).toBe(colour)
  await become("rgb(21, 23, 26)")
  await page.goto("/towns/990181100")
  expect(await (await page.request.get("/")).text()).toContain('data-theme="dark"')
  await become("rgb(21, 23, 26)")
  await page.getByText("外观").click()
  await page.getByRole("button", { name: "跟随系统" }).click()
  await become("rgb(253, 252, 249)")
  await page.emulateMedia({ colorScheme: "dark" })
  await become("rgb(21, 23, 26)")
  await page.emulateMedia({ colorScheme: "dark", media: "print" })
  await become("rgb(255, 255, 255)")
})

/** What 长者模式 must not have: letters under 18 pt, targets under 60 px, columns. */
function tooSmall(): string[] {
  const found: string[] = []
  const zoomOf = (element: Element) => (element as Element & { currentCSSZoom?: number }).currentCSSZoom ?? 1
  const isSeen = (element: Element) => {
    const box = element.getBoundingClientRect()
    return element.checkVisibility() && box.width > 2 && box.height > 2
  }
  for (const element of document.querySelectorAll("body *")) {
    if (!isSeen(element) || element.closest(".sr-only, details:not([open]) > :not(summary)")) continue
    const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim())
    const size = Number.parseFloat(getComputedStyle(element).fontSize) * zoomOf(element)
    if (hasText && size < 24) found.push(`${size} px: ${element.textContent?.slice(0, 30)}`)
    const isTarget = element.matches("a[href], button, select, summary, input:not([type=hidden])")
    if (!isTarget || element.closest("svg, .drawing")) continue
    const target = element.closest("label:not(:has(select, input[type=date]))") ?? element
    const { width, height } = target.getBoundingClientRect()
    if (width < 60 || height < 60) found.push(`${width} × ${height}: ${element.outerHTML.slice(0, 120)}`)
  }
  return found
}

test("长者模式 without a script: large type, large targets, one column, no barrier, and a way back", {
  timeout,
}, async () => {
  const page = await site.page("desk", { script: false })
  await page.goto("/")
  await page.getByRole("button", { name: "长者模式" }).click()
  await page.getByRole("button", { name: "退出长者模式" }).waitFor()
  const cookies = await page.context().cookies()
  expect(cookies.find(({ name }) => name === "fadu-elder")?.value).toBe("on")
  for (const size of ["desk", "phone"] as const) {
    const look = await site.page(size)
    await look.context().addCookies(cookies)
    for (const path of main) {
      await look.goto(path, { waitUntil: "load" })
      expect(await look.evaluate(tooSmall), path).toEqual([])
      const overflow = await look.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(overflow, `${path} is wider than the screen`).toBeLessThanOrEqual(0)
      if (size === "desk" && !path.includes("view=")) expect(await barriers(look), path).toEqual([])
    }
  }
  await page.getByRole("button", { name: "退出长者模式" }).click()
  await page.getByRole("button", { name: "长者模式", exact: true }).waitFor()
})
