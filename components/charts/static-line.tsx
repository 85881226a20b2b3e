import { At } from "@/components/charts/at"
import { EndLabel } from "@/components/charts/end-label"
import { ink, textSize } from "@/components/charts/ink"
import type { LineState, Run } from "@/components/charts/line"
import {
  emptyHeight,
  heightOf,
  layoutLine,
  overhang,
  shareOfYear,
  showsValue,
  strokeOf,
  strokeWidthOf,
} from "@/components/charts/line-layout"
import { MarkLink } from "@/components/charts/mark-link"
import { inkOfMarks, MarkShape } from "@/components/charts/mark-shape"
import { Plot } from "@/components/charts/plot"
import { ValueGrid } from "@/components/charts/value-grid"
import { YearLabel } from "@/components/charts/year-label"

type StaticLineProps = { state: LineState; width?: number }

/** A line chart as plain SVG: no script, for first paint, print and export. It fills whatever width it is given at constant
 * text size; `width` in px fixes it for a file. */
export function StaticLine({ state, width }: StaticLineProps) {
  const layout = layoutLine(state)
  const { years, axis, lines } = state
  const percent = (index: number) => `${100 * shareOfYear(index, years.length)}%`
  const strokes = (runs: readonly Run[]) =>
    runs.flatMap((run) =>
      run.slice(1).map(({ index, value }, before) => {
        const y1 = heightOf(run[before]?.value ?? value, state)
        return (
          <line key={index} x1={percent(index - 1)} x2={percent(index)} y1={y1} y2={heightOf(value, state)} />
        )
      }),
    )
  return (
    <Plot margins={layout} width={width} summary={state.summary}>
      <ValueGrid ticks={axis.ticks} down={(value) => heightOf(value, state)} overhang={overhang} />
      {years.map((tick, index) => (
        <At key={tick.year} x={percent(index)} y={layout.height - layout.bottom}>
          <YearLabel tick={tick} />
        </At>
      ))}
      {state.median && (
        <g stroke={ink.text} strokeWidth={1}>
          {strokes(state.median.runs)}
        </g>
      )}
      {lines.map((line) => (
        <g key={line.townCode} data-line={line.townCode}>
          <g stroke={strokeOf(line)} strokeWidth={strokeWidthOf(line)} strokeLinecap="round">
            {strokes(line.runs)}
          </g>
          <g {...inkOfMarks(line)}>
            {line.cells.map((cell, index) =>
              cell.value === null ? null : (
                <MarkLink key={cell.key} cell={cell}>
                  <At x={percent(index)} y={heightOf(cell.value, state)}>
                    <MarkShape mark={cell} line={line} withValue={showsValue(cell, line, state)} />
                  </At>
                </MarkLink>
              ),
            )}
          </g>
        </g>
      ))}
      {layout.endLabels.map((label) => (
        <At key={label.townCode ?? "median"} x="100%" y={label.y}>
          <EndLabel label={label} />
        </At>
      ))}
      {state.nothing && (
        <text x="50%" y={emptyHeight} textAnchor="middle" fontSize={textSize.label} fill={ink.soft}>
          {state.nothing}
        </text>
      )}
    </Plot>
  )
}
