import { wrapText } from "@/components/charts/file-lines"
import { chartFont, heatInk, ink, textSize, textWidth } from "@/components/charts/ink"
import { LegendSign } from "@/components/charts/legend-sign"
import type { ViewState } from "@/components/explore/build-view"
import { StaticView } from "@/components/explore/view-chart"
import { viewHeight } from "@/components/explore/view-height"

const margin = 28
const lineHeight = 20
const titleSize = 20

type Props = {
  view: Exclude<ViewState, { view: "table" }>
  width: number
  /** What stands at the foot: scope and filters, when it was made, what kind of data it is. */
  foot: readonly string[]
}

/** A view as one drawing that needs no page around it: title, unit, coverage, the chart, legend, notes, source, scope and date. */
export function ViewFile({ view, width, foot }: Props) {
  const inner = width - 2 * margin
  const { frame } = view
  const small = (texts: readonly string[]) => texts.flatMap((text) => wrapText(text, textSize.small, inner))
  const title = wrapText(frame.title, titleSize, inner)
  const head = small([`${frame.unit} · ${frame.coverage}`])
  const tail = small([...frame.gaps, ...frame.notes, frame.source, ...foot])
  const headEnd = margin + 28 * title.length + lineHeight * head.length
  const chartTop = headEnd + 16
  const chartEnd = chartTop + viewHeight(view, inner)
  const legend = layLegend(view, inner)
  const tailTop = chartEnd + 16 + legend.height
  const height = tailTop + lineHeight * tail.length + margin
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by aria-label
    <svg
      {...{ role: "img", "aria-label": view.summary, fontFamily: chartFont, width, height }}
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
    >
      <rect width={width} height={height} fill={ink.paper} />
      {title.map((line, index) => (
        <text
          key={line}
          x={margin}
          y={margin + 18 + 28 * index}
          fontSize={titleSize}
          fontWeight={600}
          fill={ink.text}
        >
          {line}
        </text>
      ))}
      <Lines lines={head} y={margin + 28 * title.length} />
      <g transform={`translate(${margin},${chartTop})`}>
        <StaticView view={view} width={inner} />
      </g>
      <g transform={`translate(${margin},${chartEnd + 8})`}>
        {legend.entries.map((entry) => (
          <g key={entry.words} transform={`translate(${entry.x},${entry.y})`}>
            {entry.fill === null ? null : (
              <rect y={2} width={24} height={16} fill={entry.fill} stroke={ink.grid} />
            )}
            {entry.mark === null ? null : entry.mark.glyph === null ? (
              <g transform="translate(0,2)">
                <LegendSign mark={entry.mark} />
              </g>
            ) : (
              <text x={4} y={15} fontSize={textSize.small} fontWeight={600} fill={ink.text}>
                {entry.mark.glyph}
              </text>
            )}
            <text x={30} y={15} fontSize={textSize.small} fill={ink.soft}>
              {entry.words}
            </text>
          </g>
        ))}
      </g>
      <Lines lines={tail} y={tailTop} />
    </svg>
  )
}

function Lines({ lines, y }: { lines: readonly string[]; y: number }) {
  return lines.map((line, index) => (
    <text
      // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text have no other name
      key={index}
      x={margin}
      y={y + 14 + lineHeight * index}
      fontSize={textSize.small}
      fill={ink.soft}
    >
      {line}
    </text>
  ))
}

/** Legend entries set in rows, the steps of a heat map first. */
function layLegend(view: Props["view"], width: number) {
  const steps =
    view.view === "heat"
      ? view.steps.map(({ shade, words }) => ({ words, fill: heatInk[shade].fill as string, mark: null }))
      : []
  const marks = view.frame.legend.map((mark) => ({ words: mark.words, fill: null, mark }))
  let [x, y] = [0, 0]
  const entries = [...steps, ...marks].map((entry) => {
    const wide = 30 + textWidth(entry.words, textSize.small) + 20
    if (x > 0 && x + wide > width) [x, y] = [0, y + 24]
    const placed = { ...entry, x, y }
    x += wide
    return placed
  })
  return { entries, height: entries.length === 0 ? 0 : y + 36 }
}
