import type { ReactNode } from "react"

/** Moves the origin to a point given in percent across and px down, which no transform can. */
export function At({ x, y, children }: { x: string; y: number; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: only moves the origin
    <svg x={x} y={y} overflow="visible">
      {children}
    </svg>
  )
}
