import type { Bar } from "@/components/charts/bar"
import { barThickness, rowPitch } from "@/components/charts/bar-layout"
import type { Hole } from "@/components/charts/cell"
import { ink, textSize, textWidth } from "@/components/charts/ink"
import { hatch } from "@/components/charts/year-label"

const baseline = 5

/** The colours of a bar: the focus in the accent, the rest grey, and only an outline while nobody has reviewed it. */
export function barFill({ mark, tone }: Bar) {
  const colour = tone === "focus" ? ink.accent : ink.muted
  const line = { stroke: colour, strokeWidth: 1.5 }
  return mark.reviewed ? { fill: colour, ...line } : { fill: ink.paper, ...line, strokeDasharray: "4 3" }
}

/** A town's name, left of the zero line, around the middle of its row. */
export function RowName({ town, bold }: { town: string; bold: boolean }) {
  const weight = bold ? 700 : 400
  return (
    <text x={-8} y={baseline} textAnchor="end" fontSize={textSize.label} fontWeight={weight} fill={ink.text}>
      {town}
    </text>
  )
}

/** A bar's value and the marks of its status, right of the bar's end, on a rim of paper where the median's line passes behind. */
export function BarValue({ bar: { mark, tone } }: { bar: Bar }) {
  return (
    <text
      x={8}
      y={baseline}
      fontSize={textSize.label}
      fontWeight={tone === "focus" ? 700 : 400}
      fill={ink.text}
      stroke={ink.paper}
      strokeWidth={3}
      paintOrder="stroke"
    >
      {mark.text}
      {mark.glyphs.length > 0 && (
        <tspan fontSize={textSize.small} fill={ink.soft}>
          {mark.glyphs.join("")}
        </tspan>
      )}
    </text>
  )
}

/** The row of a town without a value: a hatched tag with the reason, no bar. */
export function HoleRow({ hole }: { hole: Hole }) {
  const width = textWidth(hole.words, textSize.small) + 16
  const top = -barThickness / 2
  return (
    <>
      <rect x={0} y={-rowPitch / 2} width={width} height={rowPitch} fill="transparent" />
      <path d={hatch(0, top, width, barThickness)} stroke={ink.grid} strokeWidth={1.5} fill="none" />
      <text x={8} y={baseline} fontSize={textSize.small} fill={ink.soft}>
        {hole.words}
      </text>
    </>
  )
}
