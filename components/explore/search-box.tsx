import Form from "next/form"
import type { Locale } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"

/** One field for any question: a plain form of an address, with or without a script. */
export function SearchBox({ locale, query = "" }: { locale: Locale; query?: string }) {
  const t = translate(locale, "explore")
  return (
    <Form action="/search" prefetch={false} role="search" className="no-print flex w-full max-w-xl gap-2">
      <input
        type="search"
        name="q"
        defaultValue={query}
        key={query}
        aria-label={t("search.label")}
        placeholder={t("search.hint")}
        className="field min-w-0 flex-1"
      />
      <button type="submit" className="button button-main">
        {t("search.button")}
      </button>
    </Form>
  )
}
