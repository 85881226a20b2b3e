/** The page's colours for drawing, with fallbacks for an SVG file that stands alone. */
export const ink = {
  paper: "var(--color-paper, #ffffff)",
  text: "var(--color-ink, #1c1a17)",
  soft: "var(--color-ink-2, #5c564e)",
  grid: "var(--color-grid, #e4dfd6)",
  accent: "var(--color-accent, #9b2c1f)",
  muted: "var(--color-muted, #a8a197)",
  wash: "var(--color-wash, #f4f0e8)",
} as const

/** The steps of the one hue of heat, each with the text that can be read on it. */
export const heatInk = [
  { fill: "var(--color-heat-0, #f7f5f0)", text: "var(--color-on-heat-0, #1f2328)" },
  { fill: "var(--color-heat-1, #dce8f1)", text: "var(--color-on-heat-1, #1f2328)" },
  { fill: "var(--color-heat-2, #a9cbe2)", text: "var(--color-on-heat-2, #1f2328)" },
  { fill: "var(--color-heat-3, #5b9cc9)", text: "var(--color-on-heat-3, #1f2328)" },
  { fill: "var(--color-heat-4, #14598c)", text: "var(--color-on-heat-4, #ffffff)" },
] as const

export const chartFont = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif"

/** Chart text in px: labels and values, and the small print of ticks and marks. */
export const textSize = { label: 14, small: 13 } as const

/** An estimate of a text's width in px, since a server has no fonts: a Chinese character is as wide as it is high. */
export function textWidth(text: string, size: number): number {
  return [...text].reduce((width, character) => width + (character > "\u2e7f" ? size : size * 0.58), 0)
}
