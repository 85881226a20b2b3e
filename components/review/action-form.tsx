"use client"

import { type FormEvent, type ReactNode, startTransition, useActionState } from "react"

/** A server action of the review desk: it answers with nothing, or with why nothing was saved. */
export type Action = (last: { problem: string } | null, form: FormData) => Promise<{ problem: string } | null>

type Props = {
  action: Action
  fields: Readonly<Record<string, string | number>>
  className?: string
  children: ReactNode
}

/** A form around an action, with what it always sends, and its refusal said beside it. What was typed stays until the page
 * is drawn anew: the form is sent by hand, because React empties one that it sends itself. Without a script it is sent all
 * the same. */
export function ActionForm({ action, fields, className, children }: Props) {
  const [reply, submit, isPending] = useActionState(action, null)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    const form = new FormData(event.currentTarget, submitter)
    startTransition(() => submit(form))
  }
  return (
    <form action={submit} onSubmit={send} className={className} aria-busy={isPending}>
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
