import { At } from "@/components/charts/at"
import { ink, textSize } from "@/components/charts/ink"
import { MarkLink } from "@/components/charts/mark-link"
import { outlines } from "@/components/charts/mark-shape"
import { Plot } from "@/components/charts/plot"
import type { ScatterPoint, ScatterState } from "@/components/charts/scatter"
import {
  along,
  labelPoints,
  layoutScatter,
  type PointLabel,
  scatterBottom,
  scatterPlot,
  scatterTop,
} from "@/components/charts/scatter-layout"
import { ValueGrid } from "@/components/charts/value-grid"

/** A scatter as plain SVG: a point a town with its name where there is room, the medians as thin lines. */
export function StaticScatter({ state, width }: { state: ScatterState; width?: number }) {
  const layout = layoutScatter(state)
  const labels = new Map(labelPoints(state).map((label) => [label.townCode, label]))
  const across = (value: number) => `${100 * along(value, state.xAxis)}%`
  const down = (value: number) => scatterTop + scatterPlot * (1 - along(value, state.yAxis))
  const foot = scatterTop + scatterPlot
  return (
    <Plot margins={layout} width={width} summary={state.summary}>
      <text x={12 - layout.left} y={16} fontSize={textSize.small} fill={ink.soft}>
        {state.yName}
      </text>
      <ValueGrid ticks={state.yAxis.ticks} down={down} />
      {state.xAxis.ticks.map((tick) => (
        <At key={tick.value} x={across(tick.value)} y={foot}>
          <line y1={-scatterPlot} stroke={ink.grid} />
          <text y={20} textAnchor="middle" fontSize={textSize.small} fill={ink.soft}>
            {tick.label}
          </text>
        </At>
      ))}
      <At x="100%" y={foot + scatterBottom - 20}>
        <text textAnchor="end" fontSize={textSize.small} fill={ink.soft}>
          {state.xName}
        </text>
      </At>
      {state.medians && (
        <g stroke={ink.text}>
          <line x2="100%" y1={down(state.medians.y)} y2={down(state.medians.y)} />
          <line {...{ x1: across(state.medians.x), x2: across(state.medians.x), y1: scatterTop, y2: foot }} />
        </g>
      )}
      {state.points.map((point) => (
        <MarkLink key={point.townCode} cell={point.both}>
          <At x={across(point.x.value)} y={down(point.y.value)}>
            <Point point={point} label={labels.get(point.townCode)} isFile={width !== undefined} />
          </At>
        </MarkLink>
      ))}
      {state.nothing && (
        <text
          {...{ x: "50%", y: scatterTop + scatterPlot / 2, textAnchor: "middle", fill: ink.soft }}
          fontSize={textSize.label}
        >
          {state.nothing}
        </text>
      )}
    </Plot>
  )
}

type PointProps = { point: ScatterPoint; label: PointLabel | undefined; isFile: boolean }

/** A point and its name; a name that would cover others shows on hover and focus alone, and in a file not at all. */
function Point({ point, label, isFile }: PointProps) {
  const isFocus = point.tone === "focus"
  const colour = isFocus ? ink.accent : point.colour
  const isRight = label?.side !== "left"
  const marks = (point.both.approximation ?? "") + point.both.glyphs.join("")
  return (
    <>
      <circle r={12} fill="transparent" />
      <path
        d={outlines[point.shape](isFocus ? 6.5 : 5)}
        fill={point.both.reviewed ? colour : ink.paper}
        stroke={point.both.reviewed ? ink.paper : colour}
        strokeWidth={point.both.reviewed ? 1 : 2}
      />
      {label === undefined && isFile ? null : (
        <text
          x={isRight ? 10 : -10}
          y={5}
          textAnchor={isRight ? "start" : "end"}
          fontSize={textSize.small}
          fontWeight={isFocus ? 700 : 400}
          fill={ink.text}
          stroke={ink.paper}
          strokeWidth={3}
          paintOrder="stroke"
          className={label === undefined ? "shy" : label.isMain || isFocus ? undefined : "max-sm:shy"}
        >
          {point.town + marks}
        </text>
      )}
    </>
  )
}
