import { redirect } from "next/navigation"
import { connection } from "next/server"
import { readLocale } from "@/app/locale"
import { one, type SearchParams } from "@/app/parse-address"
import { signInHere } from "@/app/session/actions"
import { findThisVisitor } from "@/app/visitor"
import { translate } from "@/catalogue/translate"
import { SignInForm } from "@/components/account/sign-in-form"
import { DatabaseAway } from "@/components/ui/database-away"
import { isDatabaseAway } from "@/services/problem"

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  await connection()
  const locale = await readLocale()
  const t = translate(locale, "account")
  const params = await searchParams
  const visitor = await findThisVisitor().catch((error: unknown) => {
    if (isDatabaseAway(error)) return null
    throw error
  })
  if (!visitor) return <DatabaseAway locale={locale} />
  if (visitor.session && !one(params.other)) redirect("/")
  return (
    <section className="sheet mx-auto my-8 max-w-md">
      <h1 className="text-xl font-semibold">{t("signInTitle")}</h1>
      {one(params.done) ? <p className="mt-2 text-good">{t("linkDone")}</p> : null}
      <p className="mt-2 text-ink-2">{t("signInWords")}</p>
      <SignInForm locale={locale} action={signInHere} to={one(params.to) ?? "/"} />
    </section>
  )
}
