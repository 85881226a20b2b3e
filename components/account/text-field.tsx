import { type InputHTMLAttributes, useId } from "react"

type Props = { label: string; hint?: string } & InputHTMLAttributes<HTMLInputElement>

/** A labelled line to type in, with what is expected of it below. */
export function TextField({ label, hint, ...input }: Props) {
  const id = useId()
  return (
    <div className="grid gap-1">
      <label className="grid gap-1">
        <span>{label}</span>
        <input {...input} className="field w-full" aria-describedby={hint ? id : undefined} />
      </label>
      {hint ? (
        <span id={id} className="text-sm text-ink-2">
          {hint}
        </span>
      ) : null}
    </div>
  )
}
