import type { Locale } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"
import { FindBox } from "@/components/explore/find-box"
import { KeptState } from "@/components/explore/kept-state"
import type { TownList } from "@/components/explore/town-list"
import { TownRow } from "@/components/explore/town-row"
import { type ExploreState, exploreHref } from "@/statistics/explore-state"
import { townGroups } from "@/statistics/town-set"

type Props = { locale: Locale; state: ExploreState; list: TownList }

/** Which towns are drawn and which are compared with: a form that works without a script, found by characters, pinyin or
 * initials with one. Chosen towns on top, who has no figure last with the reason. */
export function TownPanel({ locale, state, list }: Props) {
  const t = translate(locale, "explore")
  const sorts = [
    ["value", t("towns.sortValue", { year: list.year })],
    ["change", t("towns.sortChange")],
    ["name", t("towns.sortName")],
  ] as const
  const fits = (row: TownList["rows"][number]) => state.find === "" || row.isFound
  const section = (isChosen: boolean) => list.rows.filter((row) => row.isChosen === isChosen && fits(row))
  const chosen = section(true)
  return (
    <form
      method="get"
      action="/explore"
      autoComplete="off"
      className="no-print"
      aria-label={t("towns.title")}
    >
      <KeptState state={state} except={["towns", "compare", "find"]} />
      <div className="flex items-baseline justify-between">
        <h2 className="text-base font-semibold">{t("towns.title")}</h2>
        {state.towns.length === 0 ? (
          <span className="text-sm text-ink-2">{t("towns.all")}</span>
        ) : (
          <a href={exploreHref({ ...state, towns: [], find: "" })} className="text-sm">
            {t("towns.clear")}
          </a>
        )}
      </div>
      <FindBox
        around="form"
        picks
        className="mt-2 w-full text-sm"
        words={{ label: t("towns.find"), hint: t("towns.findHint"), none: t("towns.none") }}
        value={state.find}
      />
      <fieldset className="mt-2 flex flex-wrap gap-x-4">
        <legend className="sr-only">{t("towns.display")}</legend>
        {townGroups
          .filter((group) => list.groups[group] > 0)
          .map((group) => (
            <label
              key={`${group}${state.towns.includes(group)}`}
              className="flex min-h-8 items-center gap-1.5 text-sm"
            >
              <input
                type="checkbox"
                name="towns"
                value={group}
                defaultChecked={state.towns.includes(group)}
                className="size-4 accent-accent"
              />
              {t("towns.groupCount", { name: t(`towns.group.${group}`), count: list.groups[group] })}
            </label>
          ))}
      </fieldset>
      <p className="mt-1 flex flex-wrap gap-x-3 text-sm">
        {sorts.map(([key, words]) => (
          <a
            key={key}
            href={exploreHref({ ...state, sort: key, order: "down" })}
            aria-current={list.sort === key ? "true" : undefined}
            className={`inline-flex min-h-8 items-center ${list.sort === key ? "font-semibold text-ink no-underline" : ""}`}
          >
            {words}
          </a>
        ))}
      </p>
      {chosen.length > 0 && chosen.length < list.rows.length ? (
        <>
          <ul className="mt-1 list-none border-b border-ink-2 p-0">
            {chosen.map((row) => (
              <TownRow key={`${row.code}1`} row={row} mine={t("towns.mine")} />
            ))}
          </ul>
          <ul className="list-none p-0">
            {section(false).map((row) => (
              <TownRow key={`${row.code}0`} row={row} mine={t("towns.mine")} />
            ))}
          </ul>
        </>
      ) : (
        <ul className="mt-1 list-none p-0">
          {list.rows.filter(fits).map((row) => (
            <TownRow key={`${row.code}${row.isPicked}`} row={row} mine={t("towns.mine")} />
          ))}
        </ul>
      )}
      <label className="mt-3 grid gap-1 text-sm text-ink-2">
        {t("towns.compare")}
        <select
          name="compare"
          defaultValue={state.compare.join(",")}
          key={state.compare.join(",")}
          className="field w-full"
        >
          <option value="">{t("towns.compareAll")}</option>
          {list.compares.map(({ value, words }) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <noscript>
        <button type="submit" className="button button-main mt-2 w-full">
          {t("towns.apply")}
        </button>
      </noscript>
    </form>
  )
}
