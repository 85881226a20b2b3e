import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { createCanvas, loadImage } from "@napi-rs/canvas"
import pixelmatch from "pixelmatch"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { openSite, type Site } from "@/tests/walks/open-site"

// Every view in every look against a picture that a person has looked at. Take them anew with FADU_TAKE_PICTURES=1, look at
// each, and commit them. Pictures of a test that failed are put beside them, ending in .new.png, and are not committed.

const folder = "tests/walks/pictures"
const takes = process.env.FADU_TAKE_PICTURES === "1"

/** How much of a picture may differ: the edges of letters, as another version of the browser smooths them. */
const tolerance = 0.01

const views = {
  line: "/explore?metric=disputes_mediated&focus=990181100",
  bar: "/explore?view=bar&years=2024&focus=990181100",
  change: "/explore?view=change&years=2022..2024&focus=990181100",
  slope: "/explore?view=change&shape=slope&years=2022..2024&focus=990181100",
  table: "/explore?view=table&towns=subdistrict,township",
  heat: "/explore?view=heat&metric=disputes_mediated&towns=subdistrict,township",
  multiples: "/explore?view=multiples&towns=subdistrict,township",
  scatter: "/explore?view=scatter&metric=disputes_mediated",
} as const
const looks = {
  light: { "fadu-theme": "light" },
  dark: { "fadu-theme": "dark" },
  contrast: { "fadu-theme": "contrast" },
  elder: { "fadu-theme": "light", "fadu-elder": "on" },
} as const

/** Lengths of words, in px, on the machine that took the pictures: another font has others. */
const fontsFile = join(folder, "fonts.json")

let site: Site
let page: Page
beforeAll(async () => {
  site = await openSite()
  page = await site.page("desk", { as: "leader" })
  await page.setViewportSize({ width: 1000, height: 900 })
})
afterAll(() => site?.close())

function fontWidths(): Promise<Record<string, number>> {
  return page.evaluate(() => {
    const context = document.createElement("canvas").getContext("2d")
    const family = getComputedStyle(document.body).fontFamily
    const widthOf = (text: string, weight: number) => {
      if (!context) return 0
      context.font = `${weight} 100px ${family}`
      return Math.round(context.measureText(text).width)
    }
    return {
      chinese: widthOf("法治政府建设，2024年", 400),
      figures: widthOf("1234567890", 400),
      latin: widthOf("Qingtang Town", 400),
      bold: widthOf("Fadu 法度 2024", 600),
    }
  })
}

test("the machine has the font of the pictures: fonts-noto-cjk", async () => {
  await page.goto("/explore")
  const widths = await fontWidths()
  if (takes) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(fontsFile, `${JSON.stringify(widths, null, 2)}\n`)
  }
  const taken = JSON.parse(readFileSync(fontsFile, "utf8"))
  const words = `Letters are not as wide as where the pictures in ${folder} were taken: the font differs. Install fonts-noto-cjk and no other Chinese font, or take and look at the pictures anew.`
  expect(widths, words).toEqual(taken)
})

async function pixelsOf(png: Buffer) {
  const image = await loadImage(png)
  const { width, height } = image
  const context = createCanvas(width, height).getContext("2d")
  context.drawImage(image, 0, 0)
  return { width, height, data: context.getImageData(0, 0, width, height).data }
}

/** A picture in fewer colours, so that it takes half the room; further from the original than this no comparison sees. */
async function shrink(png: Buffer): Promise<Buffer> {
  const { width, height, data } = await pixelsOf(png)
  const canvas = createCanvas(width, height)
  const context = canvas.getContext("2d")
  const image = context.createImageData(width, height)
  for (const [at, value] of data.entries()) image.data[at] = 17 * Math.round(value / 17)
  context.putImageData(image, 0, 0)
  return canvas.encode("png")
}

/** Which share of two pictures differs, 0 to 1; all of it where they are not of one size. */
async function difference(one: Buffer, other: Buffer): Promise<number> {
  const [a, b] = [await pixelsOf(one), await pixelsOf(other)]
  if (a.width !== b.width || a.height !== b.height) return 1
  return pixelmatch(a.data, b.data, undefined, a.width, a.height, { threshold: 0.15 }) / (a.width * a.height)
}

for (const [look, cookies] of Object.entries(looks)) {
  test.each(Object.entries(views))(`%s looks as it should (${look})`, async (view, path) => {
    const entries = { "fadu-elder": "off", ...cookies }
    await page
      .context()
      .addCookies(Object.entries(entries).map(([name, value]) => ({ name, value, url: site.address })))
    await page.goto(path, { waitUntil: "networkidle" })
    await page.mouse.move(0, 0)
    const figure = page.locator("figure").first()
    const box = await figure.boundingBox()
    if (!box) throw new Error("no figure on the page")
    // The head and the chart; what is below a screenful says in words what others show.
    const clip = { ...box, height: Math.min(box.height, 480) }
    const shot = await page.screenshot({ clip, fullPage: true, animations: "disabled" })
    const file = join(folder, `${view}-${look}.png`)
    if (takes) writeFileSync(file, await shrink(shot))
    expect(existsSync(file), `${file} is missing: take it with FADU_TAKE_PICTURES=1 and look at it`).toBe(
      true,
    )
    const differs = await difference(readFileSync(file), shot)
    const fresh = file.replace(".png", ".new.png")
    if (differs > tolerance) writeFileSync(fresh, await shrink(shot))
    expect(differs, `${file} differs; what is drawn now is ${fresh}`).toBeLessThanOrEqual(tolerance)
  })
}
