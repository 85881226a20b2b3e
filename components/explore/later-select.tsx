import type { ReactNode } from "react"

type Props = { name: string; value: string; chosen: string; children: ReactNode }

/** A choice of many: a page of hundreds of options takes longer to be seen than all else in it. It begins with the chosen one,
 * and `fillOptions` gives it the others, and its name, from what browsers without a script show in its place. `children` are
 * the options, `chosen` the words of the one that is `value`. The label around it is of the first choice within, which is the
 * right one with scripts and without. */
export function LaterSelect({ name, value, chosen, children }: Props) {
  return (
    <>
      <noscript>
        <select name={name} defaultValue={value} className="field w-full">
          {children}
        </select>
      </noscript>
      <select data-later="" className="field w-full script-only">
        <option value={value}>{chosen}</option>
      </select>
    </>
  )
}
