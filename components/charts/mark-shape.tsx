import type { Mark } from "@/components/charts/cell"
import { ink, textSize } from "@/components/charts/ink"
import type { Line } from "@/components/charts/line"
import { strokeOf } from "@/components/charts/line-layout"
import type { Shape } from "@/components/charts/town-look"

export const outlines: Readonly<Record<Shape, (size: number) => string>> = {
  circle: (r) => `M${-r},0a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0z`,
  square: (r) => `M${-r},${-r}h${2 * r}v${2 * r}h${-2 * r}z`,
  triangle: (r) => `M0,${-1.25 * r}L${1.2 * r},${r}H${-1.2 * r}z`,
}

const hollow = (line: Line) => {
  return { fill: ink.paper, stroke: strokeOf(line), strokeWidth: line.tone === "muted" ? 1.25 : 2 }
}

const sizes = { focus: 5.5, named: 4.5, muted: 2.75 } as const

/** What the marks of a line inherit from the group that they stand in: a chart has a hundred of them. */
export const inkOfMarks = (line: Line) => ({ fill: strokeOf(line), stroke: ink.paper })

/** One point around its own origin, in a group of `inkOfMarks`: hollow while nobody has reviewed it, its value above if it is
 * in focus, the marks of its status beside it. The clear disc is what a finger or a mouse meets. */
export function MarkShape({ mark, line, withValue }: { mark: Mark; line: Line; withValue: boolean }) {
  const size = sizes[line.tone]
  const glyphs = mark.glyphs.join("")
  const above = withValue ? mark.text + glyphs : (mark.approximation ?? "") + glyphs
  return (
    <>
      <circle r={12} fill="transparent" stroke="none" />
      <path d={outlines[line.shape](size)} {...(mark.reviewed ? {} : hollow(line))} />
      {above !== "" && line.tone !== "muted" && (
        <text
          y={-12}
          textAnchor="middle"
          fontSize={textSize.small}
          fontWeight={withValue ? 600 : 400}
          fill={ink.text}
          stroke={ink.paper}
          strokeWidth={3}
          paintOrder="stroke"
        >
          {above}
        </text>
      )}
    </>
  )
}
