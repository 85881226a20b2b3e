import { ink, textSize, textWidth } from "@/components/charts/ink"
import type { YearTick } from "@/components/charts/line"

/** A year under the axis, around its own origin, and below it why there is no value: a hatched tag with the short reason. */
export function YearLabel({ tick }: { tick: YearTick }) {
  const width = tick.hole ? textWidth(tick.hole.short, textSize.small) + 8 : 0
  const tag = tick.hole && (
    <>
      <title>{tick.hole.label}</title>
      <rect x={-width / 2} y={30} width={width} height={22} fill={ink.wash} />
      <path d={hatch(-width / 2, 30, width, 22)} stroke={ink.grid} strokeWidth={1.5} fill="none" />
      <text y={46} textAnchor="middle" fontSize={textSize.small} fill={ink.soft}>
        {tick.hole.short}
      </text>
    </>
  )
  return (
    <>
      <text y={20} textAnchor="middle" fontSize={textSize.small} fill={ink.soft}>
        {tick.label}
      </text>
      {tick.hole?.href ? (
        <a href={tick.hole.href} aria-label={tick.hole.label}>
          {tag}
        </a>
      ) : (
        tag
      )}
    </>
  )
}

/** Diagonal strokes within a box: a `<pattern>` would need an id that is unique on the page. */
export function hatch(x: number, y: number, width: number, height: number): string {
  const strokes: string[] = []
  for (let start = -height; start < width; start += 6) {
    const from = Math.max(0, start)
    const to = Math.min(width, start + height)
    strokes.push(`M${x + from},${y + height - (from - start)}L${x + to},${y + height - (to - start)}`)
  }
  return strokes.join("")
}
