import type { InputHTMLAttributes } from "react"

type Props = { label: string; hint?: string } & InputHTMLAttributes<HTMLInputElement>

/** A labelled line to type in, with what is expected of it below. */
export function TextField({ label, hint, ...input }: Props) {
  return (
    <label className="grid gap-1">
      <span>{label}</span>
      <input {...input} className="field w-full" />
      {hint ? <span className="text-sm text-ink-2">{hint}</span> : null}
    </label>
  )
}
