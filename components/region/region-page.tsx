import type { Locale } from "@/catalogue/messages/messages"
import type { County } from "@/catalogue/town"
import { translate } from "@/catalogue/translate"

type Props = {
  locale: Locale
  query: string
  county: County | null
  choices: readonly { county: County; reports: number }[]
  found: readonly { county: County; towns: number }[]
  choose: (form: FormData) => Promise<void>
}

/** Where the office says which county it is. */
export function RegionPage({ locale, query, county, choices, found, choose }: Props) {
  const t = translate(locale, "ui")
  const full = ({ provinceName, cityName, name }: County) =>
    [...new Set([provinceName, cityName, name])].join(" ")
  const list = (rows: readonly { county: County; words: string }[]) => (
    <ul className="mt-2 ruled">
      {rows.map((row) => (
        <li key={row.county.code} className="flex flex-wrap items-center gap-x-4 py-2">
          <span className="min-w-0 flex-1">
            {full(row.county)}{" "}
            <span className="text-sm text-ink-2">{`${row.county.code} · ${row.words}`}</span>
          </span>
          <form action={choose}>
            <input type="hidden" name="county" value={row.county.code} />
            <button type="submit" className="button" disabled={row.county.code === county?.code}>
              {t("region.set")}
            </button>
          </form>
        </li>
      ))}
    </ul>
  )
  return (
    <div className="max-w-3xl">
      <h1 className="text-xl font-semibold">{t("region.title")}</h1>
      <p className="mt-2">{t("region.words")}</p>
      {county ? <p className="mt-2 font-semibold">{t("region.current", { county: full(county) })}</p> : null}
      <form method="get" className="mt-4 flex flex-wrap items-end gap-2">
        <label className="grid flex-1 gap-1 text-sm text-ink-2">
          {t("region.search")}
          <input className="field w-full" name="query" defaultValue={query} />
        </label>
        <button type="submit" className="button button-main">
          {t("region.find")}
        </button>
      </form>
      {query && found.length === 0 ? <p className="mt-4">{t("region.none", { query })}</p> : null}
      {list(found.map((row) => ({ county: row.county, words: t("region.towns", { count: row.towns }) })))}
      {choices.length > 0 ? (
        <>
          <h2 className="mt-8 text-lg font-semibold">{t("region.held")}</h2>
          {list(
            choices.map((row) => ({ county: row.county, words: t("region.count", { count: row.reports }) })),
          )}
        </>
      ) : null}
    </div>
  )
}
