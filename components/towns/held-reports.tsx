import Link from "next/link"
import { formatDate, formatYear } from "@/catalogue/format"
import type { Locale } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"

export type HeldYear = { year: number; publishedOn: string | null; published: boolean }

/** The reports of a town for those who read only published figures. */
export function HeldReports({
  locale,
  town,
  held,
}: {
  locale: Locale
  town: number
  held: readonly HeldYear[]
}) {
  const t = translate(locale, "ui")
  return (
    <ul className="mt-2 list-none ruled p-0">
      {held.map(({ year, publishedOn, published }) => (
        <li key={year} className="flex min-h-10 flex-wrap items-center gap-x-4">
          <Link href={`/reports/${town}/${year}`} prefetch={false}>
            {formatYear(year, locale)}
          </Link>
          {t(published ? "overview.held" : "overview.heldUnpublished")}
          <span className="text-sm text-ink-2">{publishedOn ? formatDate(publishedOn, locale) : ""}</span>
        </li>
      ))}
    </ul>
  )
}
