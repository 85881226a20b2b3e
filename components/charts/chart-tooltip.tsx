import type { TipCell } from "@/components/charts/tip-cell"

/** Where a mark stands in its chart, in px: the middle of its top edge, and the chart's own width. */
export type TooltipPlace = { x: number; y: number; width: number }

/** The words of a tooltip that are the same for every mark; they come with the state, so that no message file does. */
export type TooltipWords = { open: string; noSource: string }

const tooltipWidth = 256

/** Where a mark stands within its chart. Boxes come in the page's pixels; an enlarged chart (CSS zoom) places in its own. */
export function placeWithin(chart: Element & { currentCSSZoom?: number }, mark: Element): TooltipPlace {
  const [inner, outer] = [mark.getBoundingClientRect(), chart.getBoundingClientRect()]
  const zoom = chart.currentCSSZoom ?? 1
  const x = (inner.left + inner.width / 2 - outer.left) / zoom
  return { x, y: (inner.top - outer.top) / zoom, width: outer.width / zoom }
}

/** What a mark says on hover or focus: town, year, figure, status, the words of the report. Its link says the same to screen
 * readers, so this is hidden from them. */
export function ChartTooltip({
  cell,
  place,
  words,
}: {
  cell: TipCell
  place: TooltipPlace
  words: TooltipWords
}) {
  const widest = Math.min(tooltipWidth, place.width)
  const left = Math.max(0, Math.min(place.width - widest, place.x - widest / 2))
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none absolute z-10 border border-line bg-paper p-2 text-sm text-ink shadow-sm"
      style={{ left, top: place.y, width: widest, transform: "translateY(calc(-100% - 8px))" }}
    >
      <p className="text-ink-2">{cell.heading}</p>
      <p className="font-semibold">{cell.figure}</p>
      {cell.status.map((word) => (
        <p key={word}>{word}</p>
      ))}
      {cell.quote !== null && (
        <p className="mt-1 text-ink-2">
          <q>{cell.quote}</q>
        </p>
      )}
      <p className="mt-1 text-ink-2">{cell.href ? words.open : words.noSource}</p>
    </div>
  )
}
