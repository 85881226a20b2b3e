import type { ReactNode } from "react"

/** A sheet that is never narrower than so many px and scrolls within its box where that is, with a shadow at the edge behind
 * which there is more. It is held open by an empty drawing, as the content policy forbids style attributes. */
export function WideSheet({ narrowest, children }: { narrowest: number; children: ReactNode }) {
  return (
    <div className="scrolls-aside overflow-x-auto">
      <div className="w-max min-w-full">
        <svg aria-hidden="true" className="block" width={narrowest} height={0} />
        {children}
      </div>
    </div>
  )
}
