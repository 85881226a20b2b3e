import { readFileSync } from "node:fs"
import { expect, it } from "vitest"

const light = readFileSync("app/globals.css", "utf8")
const others = readFileSync("app/themes.css", "utf8")

/** The colours that a piece of a style sheet sets. */
function coloursIn(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/--color-([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  )
}
const between = (from: string, to: string) => others.slice(others.indexOf(from), others.lastIndexOf(to))
const base = coloursIn(light)
const themes = {
  light: base,
  dark: {
    ...base,
    ...coloursIn(between("@variant theme-dark", "@variant theme-contrast")),
  },
  contrast: { ...base, ...coloursIn(others.slice(others.indexOf("@variant theme-contrast"))) },
}

/** WCAG 2.2: relative luminance of `#rrggbb`. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one = "", other = ""): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

const grounds = ["paper", "sheet"]
const texts = ["ink", "ink-2", "accent", "good", "warn", "bad"]
const towns = Array.from({ length: 8 }, (_, index) => `town-${index + 1}`)

it.each(Object.entries(themes))(
  "%s: text of every colour is read on its ground, edges and marks are seen",
  (name, of) => {
    const [text, mark] = name === "contrast" ? [7, 4.5] : [4.5, 3]
    const pairs: [string, string, number][] = [
      ...grounds.flatMap((ground) => [...texts, ...towns].map((on) => [on, ground, text] as const)),
      ...["ink", "ink-2", "accent"].map((on) => [on, "wash", 4.5] as const),
      ...[0, 1, 2, 3, 4].map((step) => [`on-heat-${step}`, `heat-${step}`, 4.5] as const),
      ["accent", "accent-wash", 4.5] as const,
      ["warn", "warn-wash", 4.5] as const,
      ["on-accent", "accent", text] as const,
      ["paper", "ink", text] as const,
      ...grounds.map((ground) => ["edge", ground, mark] as const),
    ].map(([on, ground, least]) => [on, ground, least])
    const bad = pairs.filter(([on, ground, least]) => contrast(of[on], of[ground]) < least)
    expect(
      bad.map(([on, ground]) => `${on} on ${ground}: ${contrast(of[on], of[ground]).toFixed(2)}`),
    ).toEqual([])
  },
)

/** How deuteranopes and protanopes see a colour (Viénot, Brettel and Mollon 1999), as linear red-green and blue. */
function seen(colour: string, kind: "deuteranope" | "protanope"): [number, number] {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map(
    (at) => (Number.parseInt(colour.slice(at, at + 2), 16) / 255) ** 2.2,
  )
  const [red, green] = kind === "deuteranope" ? [0.29275, 0.70725] : [0.11238, 0.88762]
  return [red * r + green * g, b]
}

it.each(Object.entries(themes))("%s: no two town colours are one to colour-blind eyes", (_, of) => {
  for (const kind of ["deuteranope", "protanope"] as const) {
    const looks = towns.map((town) => seen(of[town] ?? "", kind).map((share) => share ** (1 / 2.2)))
    const near = looks.flatMap(([x = 0, y = 0], one) =>
      looks.slice(one + 1).flatMap(([u = 0, v = 0], step) => {
        const distance = Math.hypot(x - u, y - v)
        return distance < 0.03
          ? [`${kind}: ${towns[one]} and ${towns[one + 1 + step]} ${distance.toFixed(3)}`]
          : []
      }),
    )
    expect(near).toEqual([])
  }
})

it("every theme sets the same colours", () => {
  const names = (text: string) => Object.keys(coloursIn(text)).sort()
  const contrastTheme = others.slice(others.indexOf("@variant theme-contrast"))
  expect(names(contrastTheme)).toEqual(names(light))
  expect(names(between("@variant theme-dark", "@variant theme-contrast"))).toEqual(names(light))
})
