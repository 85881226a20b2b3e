import { At } from "@/components/charts/at"
import type { HeatCell, HeatState } from "@/components/charts/heat"
import { columnText, layoutHeat, linesOf } from "@/components/charts/heat-layout"
import { heatInk, ink, textSize } from "@/components/charts/ink"
import { MarkLink } from "@/components/charts/mark-link"
import { Plot } from "@/components/charts/plot"
import { hatch } from "@/components/charts/year-label"

/** A heat map as plain SVG: one hue, the figure in every cell, a hatched cell with the short reason where there is none. */
export function StaticHeat({ state, width }: { state: HeatState; width?: number }) {
  const layout = layoutHeat(state)
  const share = 100 / Math.max(1, state.columns.length)
  return (
    <Plot margins={layout} width={width} summary={state.summary}>
      {state.columns.map((column, index) => (
        <At key={column.key} x={`${share * (index + 0.5)}%`} y={layout.top}>
          <title>{column.full}</title>
          {linesOf(column.label, columnText(state)).map((line, at, lines) => (
            <text
              key={line}
              y={-8 - 16 * (lines.length - 1 - at)}
              textAnchor="middle"
              fontSize={textSize.small}
              fill={ink.soft}
            >
              {line}
            </text>
          ))}
        </At>
      ))}
      {state.rows.map((row, index) => {
        const y = layout.top + layout.pitch * index
        return (
          <g key={row.key} data-row={row.key}>
            <At x="0%" y={y + layout.pitch / 2}>
              <text
                x={-12}
                y={5}
                textAnchor="end"
                fontSize={textSize.label}
                fontWeight={row.bold ? 700 : 400}
                fill={ink.text}
              >
                {row.label}
                {row.unit === null ? null : (
                  <tspan dx={4} fontSize={textSize.small} fill={ink.soft}>
                    {row.unit}
                  </tspan>
                )}
              </text>
            </At>
            {row.cells.map((cell, at) => (
              <Box
                key={cell.cell.key}
                of={cell}
                left={share * at}
                share={share}
                y={y}
                height={layout.pitch}
              />
            ))}
          </g>
        )
      })}
    </Plot>
  )
}

type BoxProps = { of: HeatCell; left: number; share: number; y: number; height: number }

/** A cell: dashed rim while nobody has reviewed it, its figure over the shade, hatching and the reason where it has none. */
function Box({ of: { cell, shade }, left, share, y, height }: BoxProps) {
  const place = { x: `${left}%`, width: `${share}%`, y, height }
  const look = shade === null ? null : heatInk[shade]
  const text = cell.value === null ? cell.short : cell.text + cell.glyphs.join("")
  return (
    <MarkLink cell={cell}>
      <rect {...place} fill={look?.fill ?? ink.paper} stroke={ink.paper} strokeWidth={2} />
      {look === null ? (
        // biome-ignore lint/a11y/noSvgWithoutTitle: clips the hatching to its cell
        <svg {...place} overflow="hidden">
          <path d={hatch(0, 4, 640, height - 8)} stroke={ink.grid} strokeWidth={1.5} fill="none" />
        </svg>
      ) : null}
      <At x={`${left + share / 2}%`} y={y + height / 2}>
        {cell.value !== null && !cell.reviewed ? (
          <rect
            x={-26}
            y={-13}
            width={52}
            height={26}
            fill="none"
            stroke={look?.text}
            strokeDasharray="3 2"
          />
        ) : null}
        <text
          y={5}
          textAnchor="middle"
          fontSize={cell.value === null ? textSize.small : textSize.label}
          fill={look?.text ?? ink.soft}
        >
          {text}
        </text>
      </At>
    </MarkLink>
  )
}
