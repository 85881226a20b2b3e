import type { ReactNode } from "react"

type Props = { name: string; label: string; value: string; chosen: string; children: ReactNode }

/** A choice of many: a page of hundreds of options takes longer to be seen than all else in it. It begins with the chosen one,
 * and `fillOptions` gives it the others, and its name, from what browsers without a script show in its place. `children` are
 * the options, `chosen` the words of the one that is `value`. */
export function LaterSelect({ name, label, value, chosen, children }: Props) {
  return (
    <>
      <select data-later="" className="field w-full script-only">
        <option value={value}>{chosen}</option>
      </select>
      <noscript>
        <select name={name} aria-label={label} defaultValue={value} className="field w-full">
          {children}
        </select>
      </noscript>
    </>
  )
}
