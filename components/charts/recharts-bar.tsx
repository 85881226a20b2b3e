"use client"

import { useMemo } from "react"
import { Bar, BarChart, XAxis, YAxis } from "recharts"
import type { BarState } from "@/components/charts/bar"
import { barThickness, layoutBar, rowMiddle, rowPitch } from "@/components/charts/bar-layout"
import { BarValue, barFill, HoleRow, RowName } from "@/components/charts/bar-parts"
import { ink, textSize } from "@/components/charts/ink"
import { type InteractiveProps, tabIndexOf } from "@/components/charts/interactive-props"
import { MarkLink } from "@/components/charts/mark-link"

type Box = { x?: number; y?: number; width?: number; index?: number }

/** A bar chart drawn by recharts, at the same pixels as the static one of the same state. Towns without a value are no data
 * of it: they stand below as rows with their reason. */
export function RechartsBar(props: InteractiveProps<BarState>) {
  const { state, width } = props
  const { bars, holes, median } = state
  const layout = layoutBar(state)
  const plotWidth = width - layout.left - layout.right
  // New rows would make recharts draw its bars anew, and the one in focus would lose it.
  const rows = useMemo(() => bars.map(({ mark, share }) => ({ key: mark.key, share })), [bars])

  const drawBar = ({ x = 0, y = 0, width: length = 0, index = -1 }: Box) => {
    const bar = bars[index]
    if (!bar) return <g />
    const middle = y + barThickness / 2
    return (
      <MarkLink cell={bar.mark} tabIndex={tabIndexOf(bar.mark.key, props)}>
        <g transform={`translate(${x},${middle})`}>
          <rect y={-rowPitch / 2} width={plotWidth} height={rowPitch} fill="transparent" />
          <RowName town={bar.mark.town} bold={bar.tone === "focus"} />
          <rect y={-barThickness / 2} width={length} height={barThickness} {...barFill(bar)} />
          <g transform={`translate(${length},0)`}>
            <BarValue bar={bar} />
          </g>
        </g>
      </MarkLink>
    )
  }

  return (
    <BarChart
      data={rows}
      layout="vertical"
      width={width}
      height={layout.height}
      margin={{
        top: layout.top,
        right: layout.right,
        bottom: layout.height - layout.barsEnd,
        left: layout.left,
      }}
      barCategoryGap={0}
      accessibilityLayer={false}
      role="group"
      aria-label={state.summary}
    >
      <XAxis type="number" domain={[0, 1]} hide />
      <YAxis type="category" dataKey="key" hide />
      {median && (
        <g transform={`translate(${layout.left + plotWidth * median.share},0)`}>
          <line y1={22} y2={layout.barsEnd} stroke={ink.text} />
          <text y={15} textAnchor="middle" fontSize={textSize.small} fill={ink.soft}>
            {median.label}
          </text>
        </g>
      )}
      <Bar dataKey="share" barSize={barThickness} isAnimationActive={false} shape={drawBar} />
      <line x1={layout.left} x2={layout.left} y1={layout.top} y2={layout.barsEnd} stroke={ink.text} />
      {holes.map((hole, index) => (
        <MarkLink key={hole.key} cell={hole} tabIndex={tabIndexOf(hole.key, props)}>
          <g transform={`translate(${layout.left},${rowMiddle(index, layout.barsEnd)})`}>
            <RowName town={hole.town} bold={false} />
            <HoleRow hole={hole} />
          </g>
        </MarkLink>
      ))}
    </BarChart>
  )
}
