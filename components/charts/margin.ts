const widestMargin = 480

/** A margin of a chart in px, on the grid of 8: each step has a class of its own in the style sheet (globals.css), so that no
 * drawing needs a style attribute, which the site's content policy forbids. */
export function margin(px: number): number {
  return Math.min(widestMargin, Math.ceil(px / 8) * 8)
}

/** The classes of a drawing with these margins, brought to the grid; Tailwind counts in steps of 4 px. */
export function marginClasses(left: number, right: number): string {
  return `pl-${margin(left) / 4} pr-${margin(right) / 4}`
}
