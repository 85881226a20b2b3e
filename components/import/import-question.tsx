import { fillWords } from "@/components/import/fill-words"
import type { ImportWords } from "@/components/import/import-form"
import type { UploadAnswer } from "@/components/import/upload-answer"

type Props = {
  words: ImportWords
  towns: readonly { code: number; name: string }[]
  question: Extract<UploadAnswer, { outcome: "question" }>
  onAnswer: (answers: { town?: number; year?: number }) => void
}

/** Asks for what the report does not say: its town (of those that the name fits, else of the office's county) or year. */
export function ImportQuestion({ words, towns, question, onAnswer }: Props) {
  const { asks, town, choices, year } = question
  const asksTown = asks.includes("town")
  const asksYear = asks.includes("year")
  const asksBoth = asksTown && asksYear
  const message = asksBoth
    ? words.askBoth
    : asksYear
      ? words.askYear
      : town
        ? words.askTownNamed
        : words.askTown
  const listed = choices.length > 0 ? choices : towns.map((one) => ({ ...one, county: "" }))
  return (
    <form
      className="mt-1 grid gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        const form = new FormData(event.currentTarget)
        onAnswer({
          ...(asksTown ? { town: Number(form.get("town")) } : {}),
          ...(asksYear ? { year: Number(form.get("year")) } : year === null ? {} : { year }),
        })
      }}
    >
      <p className="text-warn">{fillWords(message, { town: town ?? "" })}</p>
      <div className="flex flex-wrap items-end gap-2">
        {asksTown ? (
          <label className="grid gap-1 text-sm">
            {words.town}
            <select name="town" required defaultValue="" className="field">
              <option value="" disabled />
              {listed.map(({ code, name, county }) => (
                <option key={code} value={code}>
                  {[county, name].filter(Boolean).join(" ")}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        {asksYear ? (
          <label className="grid gap-1 text-sm">
            {words.year}
            <input name="year" type="number" min={1990} max={2100} required className="field w-28" />
          </label>
        ) : null}
        <button type="submit" className="button button-main">
          {words.answer}
        </button>
      </div>
    </form>
  )
}
