import type { Cell } from "@/components/charts/cell"

/** What a tooltip says of a cell, and no more: it travels to the browser once for every mark. */
export type TipCell = {
  key: string
  heading: string
  figure: string
  status: readonly string[]
  quote: string | null
  href: string | null
}

/** The tooltip's part of a cell; a town that lacks a value says why. */
export function tipOf(cell: Cell): TipCell {
  const { key, heading, quote, href } = cell
  const told =
    cell.value === null ? { figure: cell.words, status: [] } : { figure: cell.figure, status: cell.status }
  return { key, heading, quote, href, ...told }
}
