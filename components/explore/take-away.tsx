import type { Locale } from "@/catalogue/messages/messages"
import { messages } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"
import { TakeButtons } from "@/components/explore/take-buttons"
import { type ExploreState, exploreHref } from "@/statistics/explore-state"

const drawn = ["png", "svg"] as const
/** What 长者模式 offers. */
const plain: ReadonlySet<string> = new Set(["png", "xlsx"])
const written = ["xlsx", "csv"] as const

/** The view as a file, on paper, or in the clipboard. Files are plain links; what only a script can do appears with it. */
export function TakeAway({
  locale,
  state,
  hasDrawing,
}: {
  locale: Locale
  state: ExploreState
  hasDrawing: boolean
}) {
  const t = translate(locale, "explore")
  const formats = [...(hasDrawing ? drawn : []), ...written]
  return (
    <section
      aria-label={t("take.title")}
      className="links no-print mt-3 flex flex-wrap gap-x-4 border-t border-line pt-2 text-sm"
    >
      {formats.map((format) => (
        <a
          key={format}
          href={exploreHref(state, `/explore/file/${format}`)}
          download
          className={`inline-flex min-h-10 items-center ${plain.has(format) ? "" : "elder:hidden"}`}
        >
          {t(`take.${format}`)}
        </a>
      ))}
      <TakeButtons words={messages[locale].explore.take} />
    </section>
  )
}
