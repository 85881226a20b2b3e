import { At } from "@/components/charts/at"
import { ink, textSize, textWidth } from "@/components/charts/ink"
import { MarkLink } from "@/components/charts/mark-link"
import { outlines } from "@/components/charts/mark-shape"
import { Plot } from "@/components/charts/plot"
import type { SpreadColumn, SpreadState } from "@/components/charts/spread"
import { shapeOf } from "@/components/charts/town-look"
import { ValueGrid } from "@/components/charts/value-grid"

const top = 20
const plot = 300
const bottom = 52
const step = 9
const half = 26

/** A distribution as plain SVG: a column a year, a box between the quartiles, the median across it, a mark a town. */
export function StaticSpread({ state, width }: { state: SpreadState; width?: number }) {
  const { axis, columns } = state
  const widest = Math.max(24, ...axis.ticks.map((tick) => textWidth(tick.label, textSize.small)))
  const margins = { height: top + plot + bottom, left: Math.ceil(widest) + 12, right: 4 }
  const down = (value: number) => top + plot * (1 - (value - axis.min) / (axis.max - axis.min))
  return (
    <Plot margins={margins} width={width} summary={state.summary}>
      <ValueGrid ticks={axis.ticks} down={down} />
      {columns.map((column, index) => (
        <Column
          key={column.year}
          column={column}
          middle={`${(100 * (index + 0.5)) / columns.length}%`}
          down={down}
        />
      ))}
    </Plot>
  )
}

type ColumnProps = { column: SpreadColumn; middle: string; down: (value: number) => number }

function Column({ column, middle, down }: ColumnProps) {
  const { box, marks } = column
  return (
    <>
      <At x={middle} y={0}>
        {box && (
          <g>
            <title>{box.words}</title>
            <rect
              {...{ x: -half, width: 2 * half, fill: ink.wash, stroke: ink.muted }}
              y={down(box.upper)}
              height={Math.max(1, down(box.lower) - down(box.upper))}
            />
            <line
              {...{ x1: -half, x2: half, stroke: ink.text, strokeWidth: 2 }}
              y1={down(box.median)}
              y2={down(box.median)}
            />
          </g>
        )}
        <text y={top + plot + 20} textAnchor="middle" fontSize={textSize.small} fill={ink.soft}>
          {column.year}
        </text>
        <text y={top + plot + 40} textAnchor="middle" fontSize={textSize.small} fill={ink.soft}>
          {column.count}
        </text>
      </At>
      {marks.map(({ mark, shift }) => (
        <MarkLink key={mark.key} cell={mark}>
          <At x={middle} y={down(mark.value)}>
            <g transform={`translate(${shift * step},0)`}>
              <circle r={7} fill="transparent" />
              <path
                d={outlines[shapeOf(mark.townCode)](3.5)}
                fill={mark.reviewed ? ink.soft : ink.paper}
                stroke={mark.reviewed ? ink.paper : ink.soft}
                strokeWidth={mark.reviewed ? 1 : 1.75}
              />
            </g>
          </At>
        </MarkLink>
      ))}
    </>
  )
}
