"use client"

import { useMemo } from "react"
import { Line, LineChart, XAxis, YAxis } from "recharts"
import { EndLabel } from "@/components/charts/end-label"
import { ink, textSize } from "@/components/charts/ink"
import { type InteractiveProps, tabIndexOf } from "@/components/charts/interactive-props"
import type { LineState, Run, Line as TownLine } from "@/components/charts/line"
import {
  emptyHeight,
  layoutLine,
  overhang,
  showsValue,
  strokeOf,
  strokeWidthOf,
} from "@/components/charts/line-layout"
import { MarkLink } from "@/components/charts/mark-link"
import { inkOfMarks, MarkShape } from "@/components/charts/mark-shape"
import { YearLabel } from "@/components/charts/year-label"

type Row = { year: number; [run: string]: number }
type Spot = { cx?: number; cy?: number; index?: number }
type Tick = { x: number | string; y: number | string; index: number }

const plain = { type: "linear", activeDot: false, isAnimationActive: false, legendType: "none" } as const

/** A line chart drawn by recharts, at the same pixels as the static one of the same state. Every stretch between gaps is a
 * line of its own: nothing is joined over a gap, and a lone year is a dot. */
export function RechartsLine(props: InteractiveProps<LineState>) {
  const { state, width } = props
  const { years, axis, lines, median } = state
  const layout = layoutLine(state)
  const plotWidth = width - layout.left - layout.right
  const stretches = lines.flatMap((line) =>
    line.runs.map((run, at) => ({ line, run, id: `${line.townCode}/${at}` })),
  )
  const medians = median?.runs.map((run, at) => ({ run, id: `median/${at}` })) ?? []
  // New rows would make recharts draw its marks anew, and the one in focus would lose it.
  const rows = useMemo(() => rowsOf(state), [state])
  const [first, last] = [years[0]?.year ?? 0, years.at(-1)?.year ?? 0]
  // A single year stands in the middle, which recharts does for a domain around it.
  const lonely = first === last ? 1 : 0

  const drawMark = (line: TownLine, run: Run) => (spot: Spot) => {
    const mark = run.some(({ index }) => index === spot.index) ? line.cells[spot.index ?? -1] : undefined
    if (!mark || mark.value === null) return null
    return (
      <MarkLink key={mark.key} cell={mark} tabIndex={tabIndexOf(mark.key, props)}>
        <g transform={`translate(${spot.cx},${spot.cy})`} {...inkOfMarks(line)}>
          <MarkShape mark={mark} line={line} withValue={showsValue(mark, line, state)} />
        </g>
      </MarkLink>
    )
  }
  const drawValue = ({ y, index }: Tick) => (
    <g transform={`translate(${layout.left},${y})`}>
      <line x1={-overhang} x2={plotWidth} stroke={ink.grid} />
      <text x={-overhang - 8} y={4} textAnchor="end" fontSize={textSize.small} fill={ink.soft}>
        {axis.ticks[index]?.label}
      </text>
    </g>
  )
  const drawYear = ({ x, index }: Tick) => {
    const year = years[index]
    return (
      <g transform={`translate(${x},${layout.height - layout.bottom})`}>
        {year && <YearLabel tick={year} />}
      </g>
    )
  }

  return (
    <LineChart
      data={rows}
      width={width}
      height={layout.height}
      margin={{ top: layout.top, right: layout.right, bottom: 0, left: 0 }}
      accessibilityLayer={false}
      role="group"
      aria-label={state.summary}
    >
      <YAxis
        width={layout.left}
        domain={[axis.min, axis.max]}
        ticks={axis.ticks.map((tick) => tick.value)}
        {...{ interval: 0, axisLine: false, tickLine: false, tick: drawValue }}
      />
      <XAxis
        dataKey="year"
        type="number"
        height={layout.bottom}
        domain={[first - lonely, last + lonely]}
        ticks={years.map((year) => year.year)}
        {...{ interval: 0, axisLine: false, tickLine: false, tick: drawYear }}
      />
      {medians.map(({ id }) => (
        <Line key={id} dataKey={id} {...plain} dot={false} stroke={ink.text} strokeWidth={1} />
      ))}
      {stretches.map(({ line, run, id }) => (
        <Line
          key={id}
          dataKey={id}
          {...plain}
          stroke={strokeOf(line)}
          strokeWidth={strokeWidthOf(line)}
          strokeLinecap="round"
          dot={drawMark(line, run)}
        />
      ))}
      {layout.endLabels.map((label) => (
        <g key={label.townCode ?? "median"} transform={`translate(${width - layout.right},${label.y})`}>
          <EndLabel label={label} />
        </g>
      ))}
      {state.nothing && (
        <text
          x={layout.left + plotWidth / 2}
          y={emptyHeight}
          textAnchor="middle"
          fontSize={textSize.label}
          fill={ink.soft}
        >
          {state.nothing}
        </text>
      )}
    </LineChart>
  )
}

/** A row a year, holding the value of every stretch that covers it; a year that none covers stays empty. */
function rowsOf({ years, lines, median }: LineState): Row[] {
  const rows = years.map(({ year }): Row => ({ year }))
  const fill = (name: string, runs: readonly Run[]) => {
    for (const [at, run] of runs.entries()) {
      for (const { index, value } of run) {
        const row = rows[index]
        if (row) row[`${name}/${at}`] = value
      }
    }
  }
  for (const line of lines) fill(String(line.townCode), line.runs)
  fill("median", median?.runs ?? [])
  return rows
}
