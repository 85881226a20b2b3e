import { ink, textSize } from "@/components/charts/ink"

type Props = {
  ticks: readonly { value: number; label: string }[]
  /** Where a value stands, in px from the top. */
  down: (value: number) => number
  /** How far the lines reach out to the left, in px. */
  overhang?: number
}

/** The grid of a chart's values: a light line across and the figure before it. */
export function ValueGrid({ ticks, down, overhang = 0 }: Props) {
  return ticks.map(({ value, label }) => (
    <g key={value}>
      <line x1={-overhang} x2="100%" y1={down(value)} y2={down(value)} stroke={ink.grid} />
      <text x={-overhang - 8} y={down(value) + 4} textAnchor="end" fontSize={textSize.small} fill={ink.soft}>
        {label}
      </text>
    </g>
  ))
}
