import { redirect } from "next/navigation"
import { connection } from "next/server"
import { changeOwnPassword, endOther } from "@/app/account/actions"
import { readLocale } from "@/app/locale"
import { one, type SearchParams } from "@/app/parse-address"
import { deskFor, findThisVisitor } from "@/app/visitor"
import { AccountPage } from "@/components/account/account-page"
import { DatabaseAway } from "@/components/ui/database-away"
import { listSessions } from "@/services/accounts/own-sessions"
import { isDatabaseAway } from "@/services/problem"

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  await connection()
  const locale = await readLocale()
  try {
    const visitor = await findThisVisitor()
    if (!visitor.session) redirect("/sign-in?to=/account")
    return (
      <AccountPage
        locale={locale}
        actor={visitor.actor}
        mustChange={visitor.session.mustChange}
        changed={one((await searchParams).done) !== null}
        sessions={await listSessions(await deskFor(visitor))}
        current={visitor.session.id}
        actions={{ changeOwnPassword, endOther }}
      />
    )
  } catch (error) {
    if (isDatabaseAway(error)) return <DatabaseAway locale={locale} />
    throw error
  }
}
