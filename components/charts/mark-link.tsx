import type { ReactNode } from "react"

type MarkLinkProps = {
  cell: { key: string; href: string | null; label: string }
  tabIndex?: number
  children: ReactNode
}

/** What makes a point of a chart open its sentence: a link by click and Enter, or only a named picture where there is no
 * address. Both renderers wrap their marks in it, and pointer and keyboard find the marks by `data-mark`. */
export function MarkLink({ cell, tabIndex, children }: MarkLinkProps) {
  const named = { "data-mark": cell.key, "aria-label": cell.label }
  if (cell.href !== null) {
    return (
      <a {...named} href={cell.href} tabIndex={tabIndex}>
        {children}
      </a>
    )
  }
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a <g> is not interactive
    <g {...named} role="img">
      {children}
    </g>
  )
}
