import type { ReactNode } from "react"

type Option = { value: string; words: string }
type Props = { name: string; chosen: Option; widest?: Option; children: ReactNode }

/** A choice of many: a page of hundreds of options takes longer to be seen than all else in it. It begins with the chosen one,
 * and `fillOptions` gives it the others, and its name, from what browsers without a script show in its place. `children` are
 * the options; `widest` keeps its width where that goes by them. The label around it is of the first choice within, which is the
 * right one with scripts and without. */
export function LaterSelect({ name, chosen, widest, children }: Props) {
  return (
    <>
      <noscript>
        <select name={name} defaultValue={chosen.value} className="field w-full">
          {children}
        </select>
      </noscript>
      <select data-later="" className="field w-full script-only">
        <option value={chosen.value}>{chosen.words}</option>
        {widest && widest.value !== chosen.value ? (
          <option value={widest.value}>{widest.words}</option>
        ) : null}
      </select>
    </>
  )
}

/** A day: the browser's own means to choose one take it longer than all other fields. It begins as plain text, and
 * `fillOptions` makes it a day as it makes choices whole. */
export function LaterDay({ name, value }: { name: string; value: string }) {
  return (
    <>
      <noscript>
        <input type="date" name={name} defaultValue={value} className="field w-full" />
      </noscript>
      <input data-later="" defaultValue={value} className="field w-full script-only" />
    </>
  )
}
