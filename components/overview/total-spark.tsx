import type { Total } from "@/statistics/total"

const width = 96
const height = 32
/** A total over a smaller share of the towns is drawn hollow: it cannot be set beside a fuller one. */
const fullFrom = 0.9

/** Totals over the years as small bars from zero; a year without a total is an empty place, this year is bold. */
export function TotalSpark({
  history,
  year,
}: {
  history: readonly { year: number; total: Total }[]
  year: number
}) {
  const most = Math.max(...history.map(({ total }) => total.value ?? 0), 1)
  const step = width / Math.max(history.length, 1)
  return (
    <svg width={width} height={height} aria-hidden="true" className="shrink-0">
      {history.map(({ year: of, total }, index) => {
        if (total.value === null) return null
        const size = Math.max((total.value / most) * (height - 2), 1)
        const colour = of === year ? "var(--color-accent)" : "var(--color-muted)"
        const fill = total.counted < fullFrom * total.asked ? "var(--color-sheet)" : colour
        const place = { x: index * step + 0.5, y: height - size - 0.5, width: step - 4, height: size }
        return <rect key={of} {...place} fill={fill} stroke={colour} />
      })}
      <line x1="0" x2={width} y1={height - 0.5} y2={height - 0.5} stroke="var(--color-line)" />
    </svg>
  )
}
