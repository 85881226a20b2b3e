import Link from "next/link"
import type { Locale } from "@/catalogue/messages/messages"
import type { Role } from "@/catalogue/role"
import { translate } from "@/catalogue/translate"

/** What stands in a page's place for a person whose role may not open it: why, and where to go. */
export function NotAllowed({ locale, of }: { locale: Locale; of: Role | "public" }) {
  const t = translate(locale, "ui")
  const roleName = translate(locale, "account")(`roles.${of}`)
  return (
    <section className="sheet mx-auto my-8 max-w-2xl">
      <h1 className="text-xl font-semibold">{t("notAllowed.title")}</h1>
      <p className="mt-2 text-ink-2">{t("notAllowed.words", { role: roleName })}</p>
      <p className="mt-4 flex flex-wrap gap-2">
        <Link className="button button-main" href="/" prefetch={false}>
          {t("notAllowed.home")}
        </Link>
        <Link className="button" href="/sign-in?other=1" prefetch={false}>
          {t("notAllowed.signIn")}
        </Link>
      </p>
    </section>
  )
}
