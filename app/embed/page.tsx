import type { ReactNode } from "react"
import { loadExplore } from "@/app/explore/load-explore"
import { readLocale } from "@/app/locale"
import { one, type SearchParams } from "@/app/parse-address"
import { openReadingDesk } from "@/app/reading-desk"
import { type Locale, locales } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"
import { buildView } from "@/components/explore/build-view"
import { EmbedPage } from "@/components/explore/embed-page"
import { isDatabaseAway, Problem } from "@/services/problem"
import { viewDemonstration } from "@/services/view-demonstration"
import { parseExplore } from "@/statistics/parse-explore"

/** A view for another site's page. A frame there has none of the reader's cookies, so that it shows only what is open for
 * reading, in the language that its address names. */
export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const params = await searchParams
  const asked = locales.find((locale) => locale === one(params.lang))
  const locale = asked ?? (await readLocale())
  try {
    const desk = await openReadingDesk()
    const state = parseExplore(params)
    const data = await loadExplore(desk, state, locale)
    if (!data) return <Said locale={locale}>{translate(locale, "explore")("empty")}</Said>
    const isDemonstration = (await viewDemonstration(desk)) === data.county.code
    return <EmbedPage {...{ locale, state, isDemonstration }} view={buildView(state, data, locale)} />
  } catch (error) {
    if (isDatabaseAway(error)) return <Said locale={locale}>{translate(locale, "ui")("away.title")}</Said>
    if (error instanceof Problem)
      return <Said locale={locale}>{translate(locale, "explore")("embed.closed")}</Said>
    throw error
  }
}

function Said({ locale, children }: { locale: Locale; children: ReactNode }) {
  return (
    <div lang={locale === "zh" ? "zh-CN" : "en"} className="p-4">
      <h1 className="text-base">{children}</h1>
    </div>
  )
}
