import type { ReactNode } from "react"
import type { Locale } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"

/** What a stretch of text is: which metric, this year's result or next year's target, and its value where the words say it
 * otherwise. `metrics` is the choice of metrics, drawn by the server. */
export function AssignFields({ locale, metrics }: { locale: Locale; metrics: ReactNode }) {
  const t = translate(locale, "review")
  return (
    <>
      {metrics}
      <div className="flex flex-wrap gap-x-4">
        <label className="flex min-h-10 items-center gap-1">
          <input type="radio" name="kind" value="result" defaultChecked />
          {t("asResult")}
        </label>
        <label className="flex min-h-10 items-center gap-1">
          <input type="radio" name="kind" value="target" />
          {t("asTarget")}
        </label>
      </div>
      <label className="grid gap-1">
        {t("valueIfOther")}
        <input className="field" name="value" inputMode="decimal" />
      </label>
      <button type="submit" className="button button-main">
        {t("assignSave")}
      </button>
    </>
  )
}
