import type { LegendMark } from "@/components/charts/frame"
import { ink } from "@/components/charts/ink"
import { hatch } from "@/components/charts/year-label"

/** The sign of a legend entry, as it is drawn in the chart. */
export function LegendSign({ mark }: { mark: LegendMark }) {
  if (mark.glyph !== null) return <b className="font-semibold text-ink">{mark.glyph}</b>
  return (
    <svg width={24} height={16} aria-hidden="true">
      {mark.sign === "hollow" && (
        <circle cx={12} cy={8} r={5} fill={ink.paper} stroke={ink.soft} strokeWidth={2} />
      )}
      {mark.sign === "ring" && (
        <circle cx={12} cy={8} r={4.5} fill={ink.paper} stroke={ink.soft} strokeWidth={2} />
      )}
      {mark.sign === "dot" && <circle cx={12} cy={8} r={6} fill={ink.soft} />}
      {mark.sign === "dashed" && (
        <rect x={2} y={2} width={20} height={12} fill="none" stroke={ink.soft} strokeDasharray="3 2" />
      )}
      {mark.sign === "hatch" && <path d={hatch(0, 0, 24, 16)} stroke={ink.muted} strokeWidth={1.5} />}
      {mark.sign === "median" && <path d="M0,8h24" stroke={ink.text} />}
    </svg>
  )
}
