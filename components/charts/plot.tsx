import type { ReactNode } from "react"
import { chartFont } from "@/components/charts/ink"
import { marginClasses } from "@/components/charts/margin"

type PlotProps = {
  margins: { height: number; left: number; right: number }
  width?: number
  summary: string
  children: ReactNode
}

/** The sheet of a static chart: its children measure across in percent of the plot and down in px, and write into the margins
 * around it. Without `width` the plot fills its container; with one it is a file's drawing, with a view box and no CSS. */
export function Plot({ margins, width, summary, children }: PlotProps) {
  const { height, left, right } = margins
  const named = { role: "group", "aria-label": summary, fontFamily: chartFont, height }
  if (width === undefined) {
    return (
      // biome-ignore lint/a11y/noSvgWithoutTitle: named by aria-label; a title would pop up over every point
      <svg {...named} className={`block w-full overflow-visible ${marginClasses(left, right)}`}>
        {children}
      </svg>
    )
  }
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by aria-label
    <svg {...named} xmlns="http://www.w3.org/2000/svg" width={width} viewBox={`0 0 ${width} ${height}`}>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: only moves the origin */}
      <svg x={left} width={width - left - right} height={height} overflow="visible">
        {children}
      </svg>
    </svg>
  )
}
