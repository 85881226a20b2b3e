import type { MultiplesState } from "@/components/charts/multiples"

export const panelHeight = 150
export const gutter = 24
const narrowest = 210
const titleHeight = 36

/** How a file sets its panels: how many a row, how wide each, how far from row to row, in px. */
export function layoutMultiples(width: number) {
  const columns = Math.max(1, Math.floor((width + gutter) / (narrowest + gutter)))
  return { columns, each: (width - gutter * (columns - 1)) / columns, pitch: panelHeight + titleHeight }
}

/** The height of all panels together, in px. */
export function multiplesHeight({ panels }: MultiplesState, width: number): number {
  const { columns, pitch } = layoutMultiples(width)
  return pitch * Math.ceil(panels.length / columns)
}
