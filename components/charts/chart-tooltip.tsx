import { formatYear } from "@/catalogue/format"
import type { Locale } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"
import type { Cell } from "@/components/charts/cell"

/** Where a mark stands in its chart, in px: the middle of its top edge, and the chart's own width. */
export type TooltipPlace = { x: number; y: number; width: number }

const tooltipWidth = 256

/** What a mark says on hover or focus: town, year, figure, status, the words of the report. Its link says the same to screen
 * readers, so this is hidden from them. */
export function ChartTooltip({ cell, place, locale }: { cell: Cell; place: TooltipPlace; locale: Locale }) {
  const t = translate(locale, "chart")
  const widest = Math.min(tooltipWidth, place.width)
  const left = Math.max(0, Math.min(place.width - widest, place.x - widest / 2))
  const status = cell.value === null ? [] : cell.status
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none absolute z-10 border border-line bg-paper p-2 text-sm text-ink shadow-sm"
      style={{ left, top: place.y, width: widest, transform: "translateY(calc(-100% - 8px))" }}
    >
      <p className="text-ink-2">
        {cell.town} {formatYear(cell.year, locale)}
      </p>
      <p className="font-semibold">{cell.value === null ? cell.words : cell.figure}</p>
      {status.length > 0 && <p>{status.join(t("separator"))}</p>}
      {cell.quote !== null && <p className="mt-1 text-ink-2">{t("quote", { quote: cell.quote })}</p>}
      <p className="mt-1 text-ink-2">{cell.href ? t("open") : t("noSource")}</p>
    </div>
  )
}
