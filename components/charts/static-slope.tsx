import { At } from "@/components/charts/at"
import type { Mark } from "@/components/charts/cell"
import type { ChangeRow, ChangeState } from "@/components/charts/change"
import { ink, textSize } from "@/components/charts/ink"
import type { EndLabel } from "@/components/charts/line-layout"
import { MarkLink } from "@/components/charts/mark-link"
import { Plot } from "@/components/charts/plot"
import { heightIn, layoutSlope, leader } from "@/components/charts/slope-layout"

/** What fell is dashed, so that colour need not say it. */
const falling = "5 3"

const colourOf = ({ tone }: ChangeRow) => (tone === "focus" ? ink.accent : ink.soft)

/** A slope chart as plain SVG: the two years side by side, a line a town between them, its name and figures at both ends. */
export function StaticSlope({ state, width }: { state: ChangeState; width?: number }) {
  const layout = layoutSlope(state, colourOf)
  const { top, plot } = layout
  const down = (value: number) => heightIn(value, plot, state)
  const pointsOf = (heightOf: (row: ChangeRow) => number) =>
    new Map(state.rows.map((row) => [row.townCode, heightOf(row)]))
  const rows = [...state.rows].sort((a, b) => Number(a.tone === "focus") - Number(b.tone === "focus"))
  return (
    <Plot margins={layout} width={width} summary={state.summary}>
      {[state.fromLabel, state.toLabel].map((label, index) => (
        <At key={label} x={index === 0 ? "0%" : "100%"} y={0}>
          <text y={20} textAnchor={index === 0 ? "start" : "end"} fontSize={textSize.label} fill={ink.text}>
            {label}
          </text>
          <line y1={top - 14} y2={top + plot + 10} stroke={ink.grid} />
        </At>
      ))}
      {rows.map((row) => (
        <line
          key={row.townCode}
          x1="0%"
          x2="100%"
          y1={down(row.from.value)}
          y2={down(row.to.value)}
          stroke={row.tone === "focus" ? ink.accent : ink.muted}
          strokeWidth={row.tone === "focus" ? 3 : 1.5}
          strokeDasharray={row.direction === "down" ? falling : undefined}
        />
      ))}
      {rows.map((row) => (
        <g key={row.townCode}>
          <End mark={row.from} x="0%" y={down(row.from.value)} colour={colourOf(row)} />
          <End mark={row.to} x="100%" y={down(row.to.value)} colour={colourOf(row)} />
        </g>
      ))}
      <Labels labels={layout.starts} x="0%" side={-1} pointOf={pointsOf((row) => down(row.from.value))} />
      <Labels labels={layout.ends} x="100%" side={1} pointOf={pointsOf((row) => down(row.to.value))} />
    </Plot>
  )
}

function End({ mark, x, y, colour }: { mark: Mark; x: string; y: number; colour: string }) {
  return (
    <MarkLink cell={mark}>
      <At x={x} y={y}>
        <circle r={9} fill="transparent" />
        <circle
          r={4}
          fill={mark.reviewed ? colour : ink.paper}
          stroke={colour}
          strokeWidth={mark.reviewed ? 1 : 2}
          strokeDasharray={mark.reviewed ? undefined : "3 2"}
        />
      </At>
    </MarkLink>
  )
}

type LabelsProps = {
  labels: readonly EndLabel[]
  x: string
  side: 1 | -1
  /** Where each town's point stands, in px from the top. */
  pointOf: ReadonlyMap<number | null, number>
}

/** Names beside the points, each with a thin line to its own: where points crowd, names stand apart from them. */
function Labels({ labels, x, side, pointOf }: LabelsProps) {
  return labels.map((label) => (
    <At key={label.townCode} x={x} y={label.y}>
      <line
        x1={5 * side}
        y1={(pointOf.get(label.townCode) ?? label.y) - label.y}
        x2={(leader - 3) * side}
        y2={0}
        stroke={ink.muted}
        pointerEvents="none"
      />
      <text
        x={leader * side}
        y={4}
        textAnchor={side === 1 ? "start" : "end"}
        fontSize={textSize.small}
        fontWeight={label.bold ? 700 : 400}
        fill={label.colour}
      >
        {label.text}
      </text>
    </At>
  ))
}
