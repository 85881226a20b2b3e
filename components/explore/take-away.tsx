import type { Locale } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"
import { takeActs } from "@/components/explore/follow-take"
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
  title,
  embed,
}: {
  locale: Locale
  state: ExploreState
  hasDrawing: boolean
  title: string
  /** Where others reach this site; null while it is not open for reading. */
  embed: string | null
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
      {takeActs.map((act) => (
        <button
          key={act}
          type="button"
          hidden
          data-take={act}
          data-done={act === "copy" ? t("take.copied") : act === "link" ? t("take.linkCopied") : undefined}
          className="inline-flex min-h-10 items-center text-accent hover:underline"
        >
          {t(`take.${act}`)}
        </button>
      ))}
      <span role="status" data-said="" className="inline-flex min-h-10 items-center text-ink-2 empty:-ml-4" />
      <a href={exploreHref(state, "/present")} className="inline-flex min-h-10 items-center elder:hidden">
        {t("present.single")}
      </a>
      <details className="elder:hidden open:w-full">
        <summary className="disclosure inline-flex min-h-10 cursor-pointer items-center text-accent">
          {t("embed.title")}
        </summary>
        {embed === null ? (
          <p className="text-ink-2">{t("embed.closedWords")}</p>
        ) : (
          <label className="grid gap-1 text-ink-2">
            {t("embed.words")}
            <textarea
              readOnly
              rows={3}
              aria-label={t("embed.code")}
              defaultValue={snippetOf(embed, locale, state, t("embed.frame", { title }))}
              className="field w-full py-1 font-mono"
            />
          </label>
        )}
      </details>
    </section>
  )
}

function snippetOf(site: string, locale: Locale, state: ExploreState, title: string): string {
  const path = exploreHref(state, "/embed")
  const address = `${site}${path}${path.includes("?") ? "&" : "?"}lang=${locale}`
  const text = (words: string) => words.replaceAll("&", "&amp;").replaceAll('"', "&quot;")
  return `<iframe src="${text(address)}" title="${text(title)}" width="100%" height="620" style="border:0" loading="lazy"></iframe>`
}
