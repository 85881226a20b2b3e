type Props = {
  words: { label: string; hint: string; none: string }
  value: string
  /** What around the box holds the rows; they say by `data-found-by` what they are found by. */
  around: "form" | "figure"
  /** Enter ticks the first row that is left and clears the box. */
  picks?: true
  className: string
}

/** A box that narrows the rows around it while somebody types (`follow-find`), and a field of its form without a script. */
export function FindBox({ words, value, around, picks, className }: Props) {
  return (
    <>
      <input
        type="search"
        name="find"
        defaultValue={value}
        data-around={around}
        data-picks={picks ? "" : undefined}
        aria-label={words.label}
        placeholder={words.hint}
        autoComplete="off"
        className={`field ${className}`}
      />
      <span role="status" data-none={words.none} className="text-sm text-ink-2" />
    </>
  )
}
