import type { FiguresRow, FiguresState } from "@/components/charts/figures"
import { ink } from "@/components/charts/ink"
import { shareOfYear } from "@/components/charts/line-layout"

const width = 88
const height = 28
const inset = 4

/** A town's course in small, from zero to its own largest value; gaps stay gaps. Its figures stand
 * in the same row, so it is hidden from screen readers. */
export function RowSpark({ row, view }: { row: FiguresRow; view: FiguresState }) {
  const most = Math.max(1, ...row.cells.map((cell) => cell.value ?? 0))
  const x = (index: number) => inset + (width - 2 * inset) * shareOfYear(index, view.years.length)
  const y = (value: number) => height - inset - (height - 2 * inset) * (value / most)
  const colour = row.bold ? ink.accent : ink.soft
  return (
    <svg width={width} height={height} aria-hidden="true" className="block">
      <line x1={0} x2={width} y1={height - inset} y2={height - inset} stroke={ink.grid} />
      {row.runs.map((run) => {
        const points = run.map(({ index, value }) => `${x(index)},${y(value)}`)
        const [only] = run
        return run.length === 1 && only ? (
          <circle key={points[0]} cx={x(only.index)} cy={y(only.value)} r={2} fill={colour} />
        ) : (
          <polyline key={points[0]} points={points.join(" ")} fill="none" stroke={colour} strokeWidth={1.5} />
        )
      })}
    </svg>
  )
}
