import Link from "next/link"
import { translate } from "@/catalogue/translate"
import type { FiguresRow, FiguresState } from "@/components/charts/figures"
import { CellFigure } from "@/components/charts/view-table"
import { RowSpark } from "@/components/tables/row-spark"
import { type ExploreState, exploreHref, type SortKey } from "@/statistics/explore-state"

type Props = { view: FiguresState; state: ExploreState }

/** The table view: a column a year, the change, the course in small; every head sorts, and what has no value stays last. */
export function FiguresView({ view, state }: Props) {
  const t = translate(view.locale, "explore")
  const { years, rows } = view
  const isSpan = years.length > 1
  return (
    <div className="overflow-x-auto">
      <table className="grid-table figures" data-take="table">
        <caption className="sr-only">{view.summary}</caption>
        <thead>
          <tr>
            <Head
              {...{ view, state }}
              of="name"
              words={translate(view.locale, "chart")("table.town")}
              isTown
            />
            {years.map((year) => (
              <Head key={year} {...{ view, state }} of={`y${year}`} words={String(year)} />
            ))}
            {isSpan ? (
              <>
                <Head {...{ view, state }} of="change" words={t("figures.change")} />
                <Head {...{ view, state }} of="relative" words={t("figures.relative")} />
                <th scope="col">{t("figures.spark")}</th>
              </>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.townCode} className={row.bold ? "font-semibold" : undefined}>
              <th scope="row" className="sticky left-0 bg-sheet whitespace-nowrap">
                <Link href={`/towns/${row.townCode}`} prefetch={false} className="text-inherit">
                  {row.town}
                </Link>
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

type HeadProps = Props & { of: SortKey; words: string; isTown?: boolean }

/** A column's head, which sorts by it; once more, the other way round. */
function Head({ view, state, of, words, isTown = false }: HeadProps) {
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
      <Link
        href={exploreHref({ ...state, sort: of, order })}
        scroll={false}
        prefetch={false}
        aria-label={t("figures.sortBy", { column: words })}
        className="inline-flex min-h-6 items-center text-inherit"
      >
        {words}
        <span aria-hidden="true" className="ml-0.5 w-3 text-accent">
          {isSorted ? (isRising ? "↑" : "↓") : ""}
        </span>
      </Link>
    </th>
  )
}
