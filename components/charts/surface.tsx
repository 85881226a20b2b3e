import type { ReactNode } from "react"

/** What a drawing answers in: tooltips are placed within it, and recharts draws in its place. */
export function Surface({ children }: { children: ReactNode }) {
  return (
    <div className="relative" data-surface="">
      {children}
    </div>
  )
}
