import { At } from "@/components/charts/at"
import { rowMiddle, rowPitch } from "@/components/charts/bar-layout"
import { RowName } from "@/components/charts/bar-parts"
import type { Mark } from "@/components/charts/cell"
import type { ChangeHole, ChangeRow, ChangeState } from "@/components/charts/change"
import { layoutChange, shareOf } from "@/components/charts/change-layout"
import { ink, textSize, textWidth } from "@/components/charts/ink"
import { MarkLink } from "@/components/charts/mark-link"
import { Plot } from "@/components/charts/plot"
import { hatch } from "@/components/charts/year-label"

/** A dumbbell chart as plain SVG: each town's first year hollow-ringed, its last year full, the change in words at the right.
 * Without script, for first paint, print and export; `width` in px fixes it for a file. */
export function StaticChange({ state, width }: { state: ChangeState; width?: number }) {
  const layout = layoutChange(state)
  const at = (value: number) => `${100 * shareOf(value, state)}%`
  return (
    <Plot margins={layout} width={width} summary={state.summary}>
      {state.axis.ticks.map((tick) => (
        <At key={tick.value} x={at(tick.value)} y={0}>
          <line y1={26} y2={layout.rowsEnd} stroke={ink.grid} />
          <text y={16} textAnchor="middle" fontSize={textSize.small} fill={ink.soft}>
            {tick.label}
          </text>
        </At>
      ))}
      {state.rows.map((row, index) => (
        <Row key={row.townCode} row={row} y={rowMiddle(index, layout.top)} at={at} />
      ))}
      {state.holes.map((hole, index) => (
        <HoleOf key={hole.townCode} hole={hole} y={rowMiddle(index, layout.rowsEnd)} />
      ))}
    </Plot>
  )
}

function Row({ row, y, at }: { row: ChangeRow; y: number; at: (value: number) => string }) {
  const colour = row.tone === "focus" ? ink.accent : ink.soft
  const bold = row.tone === "focus" ? 700 : 400
  return (
    <g data-row={row.townCode}>
      <At x="0%" y={y}>
        <g transform="translate(-8,0)">
          <RowName town={row.town} bold={row.tone === "focus"} />
        </g>
      </At>
      <line x1={at(row.from.value)} x2={at(row.to.value)} y1={y} y2={y} stroke={colour} strokeWidth={2} />
      <End mark={row.from} x={at(row.from.value)} y={y} colour={colour} isLast={false} />
      <End mark={row.to} x={at(row.to.value)} y={y} colour={colour} isLast />
      <At x="100%" y={y}>
        <text x={16} y={5} fontSize={textSize.label} fontWeight={bold} fill={ink.text}>
          {row.text}
          {row.verdict === null ? null : (
            <tspan dx={6} fill={ink.soft}>
              {row.verdict}
            </tspan>
          )}
        </text>
      </At>
    </g>
  )
}

/** The first year is a small ring, the last a full disc; what nobody has reviewed is drawn with a dashed rim. */
function End({
  mark,
  x,
  y,
  colour,
  isLast,
}: {
  mark: Mark
  x: string
  y: number
  colour: string
  isLast: boolean
}) {
  const size = isLast ? 6 : 4.5
  return (
    <MarkLink cell={mark}>
      <At x={x} y={y}>
        <circle r={rowPitch / 2 - 3} fill="transparent" />
        <circle
          r={size}
          fill={isLast && mark.reviewed ? colour : ink.paper}
          stroke={colour}
          strokeWidth={2}
          strokeDasharray={mark.reviewed ? undefined : "3 2"}
        />
        {(mark.approximation ?? "") + mark.glyphs.join("") === "" ? null : (
          <text y={-9} textAnchor="middle" fontSize={textSize.small} fill={ink.soft}>
            {(mark.approximation ?? "") + mark.glyphs.join("")}
          </text>
        )}
      </At>
    </MarkLink>
  )
}

function HoleOf({ hole, y }: { hole: ChangeHole; y: number }) {
  const width = textWidth(hole.words, textSize.small) + 16
  return (
    <MarkLink cell={{ ...hole.hole, label: `${hole.town} ${hole.words}` }}>
      <At x="0%" y={y}>
        <g transform="translate(-8,0)">
          <RowName town={hole.town} bold={false} />
        </g>
        <path d={hatch(0, -10, width, 20)} stroke={ink.grid} strokeWidth={1.5} fill="none" />
        <text x={8} y={5} fontSize={textSize.small} fill={ink.soft}>
          {hole.words}
        </text>
      </At>
    </MarkLink>
  )
}
