/** Colours that eight lines can share on paper and on dark, told apart with any colour vision (after Okabe and Ito, darkened
 * so that text can be set in them; no red, which is the accent's). Each theme has its own; a file has the light one's. */
const colours = [
  "var(--color-town-1, #0067a5)",
  "var(--color-town-2, #b35900)",
  "var(--color-town-3, #00785a)",
  "var(--color-town-4, #933f70)",
  "var(--color-town-5, #3f69b0)",
  "var(--color-town-6, #5c5200)",
  "var(--color-town-7, #147a88)",
  "var(--color-town-8, #6b4c3b)",
] as const

const shapes = ["circle", "square", "triangle"] as const
export type Shape = (typeof shapes)[number]

/** A town's colour, the same on every page: by its code, so that neighbours in the official order differ. */
export function colourOf(townCode: number): string {
  const { hundreds, rest } = suffixOf(townCode)
  return colours[(rest + 5 * hundreds) % colours.length] ?? colours[0]
}

/** A town's shape: by the hundreds of its code's last three digits, which official codes spend on 街道 (0), 镇 (1), 乡 (2). */
export function shapeOf(townCode: number): Shape {
  return shapes[suffixOf(townCode).hundreds % shapes.length] ?? "circle"
}

function suffixOf(townCode: number): { hundreds: number; rest: number } {
  const suffix = townCode % 1000
  return { hundreds: Math.floor(suffix / 100), rest: suffix % 100 }
}
