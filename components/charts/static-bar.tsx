import { At } from "@/components/charts/at"
import type { BarState } from "@/components/charts/bar"
import { barThickness, layoutBar, rowMiddle, rowPitch } from "@/components/charts/bar-layout"
import { BarValue, barFill, HoleRow, RowName } from "@/components/charts/bar-parts"
import { ink, textSize } from "@/components/charts/ink"
import { MarkLink } from "@/components/charts/mark-link"
import { Plot } from "@/components/charts/plot"

type StaticBarProps = { state: BarState; width?: number }

/** A bar chart as plain SVG: no script, for first paint, print and export. It fills whatever width it is given at constant
 * text size; `width` in px fixes it for a file. */
export function StaticBar({ state, width }: StaticBarProps) {
  const layout = layoutBar(state)
  const { bars, holes, median } = state
  return (
    <Plot margins={layout} width={width} summary={state.summary}>
      {median && (
        <At x={`${100 * median.share}%`} y={0}>
          <line y1={22} y2={layout.barsEnd} stroke={ink.text} />
          <text y={15} textAnchor="middle" fontSize={textSize.small} fill={ink.soft}>
            {median.label}
          </text>
        </At>
      )}
      {bars.map((bar, index) => {
        const y = rowMiddle(index, layout.top)
        const length = `${100 * bar.share}%`
        return (
          <MarkLink key={bar.mark.key} cell={bar.mark}>
            <rect y={y - rowPitch / 2} width="100%" height={rowPitch} fill="transparent" />
            <At x="0%" y={y}>
              <RowName town={bar.mark.town} bold={bar.tone === "focus"} />
            </At>
            <rect y={y - barThickness / 2} width={length} height={barThickness} {...barFill(bar)} />
            <At x={length} y={y}>
              <BarValue bar={bar} />
            </At>
          </MarkLink>
        )
      })}
      <line y1={layout.top} y2={layout.barsEnd} stroke={ink.text} />
      {holes.map((hole, index) => (
        <MarkLink key={hole.key} cell={hole}>
          <At x="0%" y={rowMiddle(index, layout.barsEnd)}>
            <RowName town={hole.town} bold={false} />
            <HoleRow hole={hole} />
          </At>
        </MarkLink>
      ))}
    </Plot>
  )
}
