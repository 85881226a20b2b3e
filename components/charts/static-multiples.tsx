import { At } from "@/components/charts/at"
import { chartFont, ink, textSize } from "@/components/charts/ink"
import type { Run } from "@/components/charts/line"
import { shareOfYear } from "@/components/charts/line-layout"
import { marginClasses } from "@/components/charts/margin"
import { MarkLink } from "@/components/charts/mark-link"
import { outlines } from "@/components/charts/mark-shape"
import type { MultiplesState, Panel } from "@/components/charts/multiples"
import { gutter, layoutMultiples, multiplesHeight, panelHeight } from "@/components/charts/multiples-layout"
import { hatch } from "@/components/charts/year-label"

const top = 34
const bottom = 24
const inset = 16

/** Small multiples as plain SVG, a small sheet a panel. On a page they flow into as many columns as fit; `width` in px makes
 * one drawing of them for a file. */
export function StaticMultiples({ state, width }: { state: MultiplesState; width?: number }) {
  if (width === undefined) {
    return (
      <ul
        aria-label={state.summary}
        className="grid list-none grid-cols-[repeat(auto-fill,minmax(min(100%,210px),1fr))] gap-x-6 gap-y-4 p-0"
      >
        {state.panels.map((panel) => (
          <li key={panel.key}>
            <Title panel={panel} />
            <Sheet panel={panel} state={state} />
          </li>
        ))}
      </ul>
    )
  }
  const { columns, each, pitch } = layoutMultiples(width)
  const height = multiplesHeight(state, width)
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by aria-label
    <svg
      {...{ role: "group", "aria-label": state.summary, fontFamily: chartFont, width, height }}
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
    >
      {state.panels.map((panel, index) => {
        const x = (index % columns) * (each + gutter)
        const y = Math.floor(index / columns) * pitch
        return (
          <g key={panel.key} transform={`translate(${x},${y})`}>
            <text y={18} fontSize={textSize.label} fontWeight={600} fill={ink.text}>
              {panel.title}
            </text>
            <text x={each} y={18} textAnchor="end" fontSize={textSize.label} fill={ink.soft}>
              {panel.last}
            </text>
            <g transform="translate(0,20)">
              {/* biome-ignore lint/a11y/noSvgWithoutTitle: only moves the origin */}
              <svg x={inset} width={each - 2 * inset} height={panelHeight} overflow="visible">
                <Inner panel={panel} state={state} />
              </svg>
            </g>
          </g>
        )
      })}
    </svg>
  )
}

function Title({ panel }: { panel: Panel }) {
  const words = (
    <span className={panel.tone === "focus" ? "font-semibold text-accent" : "font-semibold"}>
      {panel.title}
    </span>
  )
  return (
    <p className="flex items-baseline justify-between gap-2 text-sm">
      <span>
        {panel.href === null ? (
          words
        ) : (
          <a href={panel.href} className="text-ink no-underline hover:underline">
            {words}
          </a>
        )}
        {panel.hint === null ? null : <span className="ml-1 text-ink-2">{panel.hint}</span>}
      </span>
      <span className="whitespace-nowrap tabular-nums">{panel.last}</span>
    </p>
  )
}

function Sheet({ panel, state }: { panel: Panel; state: MultiplesState }) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by aria-label; a title would pop up over every point
    <svg
      {...{ role: "group", "aria-label": panel.label, fontFamily: chartFont, height: panelHeight }}
      className={`block w-full overflow-visible ${marginClasses(inset, inset)}`}
    >
      <Inner panel={panel} state={state} />
    </svg>
  )
}

/** A panel's plot: three lines of grid, the median thin, the line in the town's colour, hatching under a year without value. */
function Inner({ panel, state }: { panel: Panel; state: MultiplesState }) {
  const count = state.years.length
  const { axis } = panel
  const across = (index: number) => `${100 * shareOfYear(index, count)}%`
  const down = (value: number) =>
    top + (panelHeight - top - bottom) * (1 - (value - axis.min) / (axis.max - axis.min))
  const colour = panel.tone === "focus" ? ink.accent : panel.colour
  const strokes = (runs: readonly Run[]) =>
    runs.flatMap((run) =>
      run.slice(1).map(({ index, value }, before) => {
        const y1 = down(run[before]?.value ?? value)
        return <line key={index} x1={across(index - 1)} x2={across(index)} y1={y1} y2={down(value)} />
      }),
    )
  const ends = axis.ticks.filter((_, index) => index === 0 || index === axis.ticks.length - 1)
  return (
    <>
      {ends.map((tick) => (
        <g key={tick.value}>
          <line x1={-inset} x2="100%" y1={down(tick.value)} y2={down(tick.value)} stroke={ink.grid} />
          <text x={-inset} y={down(tick.value) - 4} fontSize={textSize.small} fill={ink.soft}>
            {tick.label}
          </text>
        </g>
      ))}
      {[0, count - 1].map((index, at) => (
        <At key={at === 0 ? "first" : "last"} x={across(index)} y={panelHeight - 6}>
          <text
            textAnchor={at === 0 ? "start" : "end"}
            x={at === 0 ? -inset : inset}
            fontSize={textSize.small}
            fill={ink.soft}
          >
            {at === 1 && count === 1 ? "" : (state.years[index]?.label ?? "")}
          </text>
        </At>
      ))}
      <g stroke={ink.text} strokeWidth={1}>
        {strokes(panel.median)}
      </g>
      <g stroke={colour} strokeWidth={2} strokeLinecap="round">
        {strokes(panel.runs)}
      </g>
      {panel.cells.map((cell, index) => (
        <MarkLink key={cell.key} cell={cell}>
          <At x={across(index)} y={cell.value === null ? panelHeight - bottom : down(cell.value)}>
            {cell.value === null ? (
              <>
                <rect x={-8} y={-12} width={16} height={16} fill="transparent" />
                <path d={hatch(-7, -7, 14, 7)} stroke={ink.muted} strokeWidth={1.5} fill="none" />
              </>
            ) : (
              <>
                <circle r={12} fill="transparent" />
                <path
                  d={outlines[panel.shape](3.5)}
                  fill={cell.reviewed ? colour : ink.paper}
                  stroke={cell.reviewed ? ink.paper : colour}
                  strokeWidth={cell.reviewed ? 1 : 1.75}
                />
                {cell.glyphs.length + (cell.approximation === null ? 0 : 1) === 0 ? null : (
                  <text y={-8} textAnchor="middle" fontSize={textSize.small} fill={ink.soft}>
                    {(cell.approximation ?? "") + cell.glyphs.join("")}
                  </text>
                )}
              </>
            )}
          </At>
        </MarkLink>
      ))}
    </>
  )
}
