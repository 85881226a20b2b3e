"use client"

import { type ReactNode, useActionState } from "react"

/** A server action of the review desk: it answers with nothing, or with why nothing was saved. */
export type Action = (last: { problem: string } | null, form: FormData) => Promise<{ problem: string } | null>

type Props = {
  action: Action
  fields: Readonly<Record<string, string | number>>
  className?: string
  children: ReactNode
}

/** A form around an action, with what it always sends, and its refusal said beside it. */
export function ActionForm({ action, fields, className, children }: Props) {
  const [reply, submit, isPending] = useActionState(action, null)
  return (
    <form action={submit} className={className} aria-busy={isPending}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      {reply ? (
        <p role="alert" className="mt-1 text-sm text-bad">
          {reply.problem}
        </p>
      ) : null}
    </form>
  )
}
