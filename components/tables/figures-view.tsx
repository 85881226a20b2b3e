import { translate } from "@/catalogue/translate"
import type { FiguresRow, FiguresState } from "@/components/charts/figures"
import { CellFigure } from "@/components/charts/view-table"
import { FindBox } from "@/components/explore/find-box"
import { KeptState } from "@/components/explore/kept-state"
import { RowSpark } from "@/components/tables/row-spark"
import { type ExploreState, exploreHref, type SortKey } from "@/statistics/explore-state"

export type TableKeys = { keys: (townCode: number) => string; found: (townCode: number) => boolean }

/** `isStill`: heads do not sort. `keys`: what a town is found by, where the table has a filter. */
type Props = { view: FiguresState; state: ExploreState; isStill?: boolean; keys?: TableKeys | undefined }

/** The table view: a column a year, the change, the course in small; every head sorts, and what has no value stays last. */
export function FiguresView({ view, state, isStill = false, keys }: Props) {
  const t = translate(view.locale, "explore")
  const { years, rows } = view
  const isSpan = years.length > 1
  const shown = keys ? rows.filter(({ townCode }) => keys.found(townCode)) : rows
  return (
    <div className="overflow-x-auto">
      {keys ? <TableFilter {...{ state, locale: view.locale, count: shown.length }} /> : null}
      <table className="grid-table figures" data-take="table">
        <caption className="sr-only">{view.summary}</caption>
        <thead>
          <tr>
            <Head
              {...{ view, state, isStill }}
              of="name"
              words={translate(view.locale, "chart")("table.town")}
              isTown
            />
            {years.map((year) => (
              <Head key={year} {...{ view, state, isStill }} of={`y${year}`} words={String(year)} />
            ))}
            {isSpan ? (
              <>
                <Head {...{ view, state, isStill }} of="change" words={t("figures.change")} />
                <Head {...{ view, state, isStill }} of="relative" words={t("figures.relative")} />
                <th scope="col">{t("figures.spark")}</th>
              </>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr
              key={row.townCode}
              data-found-by={keys?.keys(row.townCode)}
              className={row.bold ? "font-semibold" : undefined}
            >
              <th scope="row" className="sticky left-0 bg-sheet whitespace-nowrap">
                {isStill ? (
                  row.town
                ) : (
                  <a href={`/towns/${row.townCode}`} className="text-inherit">
                    {row.town}
                  </a>
                )}
              </th>
              {row.cells.map((cell) => (
                <td key={cell.year} className="figure">
                  <CellFigure cell={cell} />
                </td>
              ))}
              {isSpan ? <Change row={row} view={view} /> : null}
            </tr>
          ))}
        </tbody>
        <tfoot>
          {view.feet.map((foot) => (
            <tr key={foot.key}>
              <th scope="row" className="sticky left-0 bg-sheet text-left font-medium">
                {foot.label}
              </th>
              {foot.cells.map(({ text, note }, index) => (
                <td key={years[index]} className="figure font-medium">
                  {text}
                  {note === null ? null : (
                    <span className="block text-sm font-normal text-ink-2">{note}</span>
                  )}
                </td>
              ))}
              {isSpan ? <td colSpan={3} /> : null}
            </tr>
          ))}
        </tfoot>
      </table>
    </div>
  )
}

function Change({ row, view }: { row: FiguresRow; view: FiguresState }) {
  if (row.absolute === null) {
    return (
      <>
        <td colSpan={2} className="figure text-sm text-ink-2">
          {row.reason}
        </td>
        <td>
          <RowSpark row={row} view={view} />
        </td>
      </>
    )
  }
  return (
    <>
      <td className="figure">{row.absolute}</td>
      <td className="figure text-ink-2">{row.relative ?? row.reason}</td>
      <td>
        <RowSpark row={row} view={view} />
      </td>
    </>
  )
}

type FilterProps = { state: ExploreState; locale: FiguresState["locale"]; count: number }

/** Narrows the rows at once, or as a form of the address where there is no script. Totals stay those of all towns shown. */
function TableFilter({ state, locale, count }: FilterProps) {
  const t = translate(locale, "explore")
  return (
    <form method="get" action="/explore" className="no-print mb-2 flex flex-wrap items-center gap-2">
      <KeptState state={state} except={["find"]} />
      <FindBox
        around="figure"
        className="min-w-0 flex-1 sm:max-w-60"
        words={{ label: t("figures.find"), hint: t("towns.findHint"), none: t("towns.none") }}
        value={state.find}
      />
      {state.find === "" ? null : (
        <span className="text-sm">
          {t("figures.found", { query: state.find, count })}{" "}
          <a href={exploreHref({ ...state, find: "" })} className="underline">
            {t("figures.clearFind")}
          </a>
        </span>
      )}
      <noscript>
        <button type="submit" className="button">
          {t("show")}
        </button>
      </noscript>
    </form>
  )
}

type HeadProps = Props & { of: SortKey; words: string; isTown?: boolean }

/** A column's head, which sorts by it; once more, the other way round. */
function Head({ view, state, of, words, isStill, isTown = false }: HeadProps) {
  const t = translate(view.locale, "explore")
  const isSorted = view.sort === of
  const order = isSorted && view.order === "down" ? "up" : "down"
  const isRising = isTown === (view.order === "down")
  return (
    <th
      scope="col"
      className={isTown ? "sticky left-0 bg-sheet" : "figure"}
      aria-sort={isSorted ? (isRising ? "ascending" : "descending") : undefined}
    >
      {isStill ? (
        words
      ) : (
        <a
          href={exploreHref({ ...state, sort: of, order })}
          aria-label={t("figures.sortBy", { column: words })}
          className="inline-flex min-h-6 items-center text-inherit"
        >
          {words}
          <span aria-hidden="true" className="ml-0.5 w-3 text-accent">
            {isSorted ? (isRising ? "↑" : "↓") : ""}
          </span>
        </a>
      )}
    </th>
  )
}
