import { connection } from "next/server"
import { followLink } from "@/app/link/[token]/actions"
import { readLocale } from "@/app/locale"
import { deskFor } from "@/app/visitor"
import { LinkPage } from "@/components/account/link-page"
import { DatabaseAway } from "@/components/ui/database-away"
import { readLink } from "@/services/accounts/one-time-link"
import { publicActor } from "@/services/desk"
import { isDatabaseAway, Problem } from "@/services/problem"

export default async function Page({ params }: { params: Promise<{ token: string }> }) {
  await connection()
  const locale = await readLocale()
  const { token } = await params
  try {
    const purpose = await readLink(await deskFor({ actor: publicActor }), token)
    return <LinkPage locale={locale} purpose={purpose} token={token} action={followLink} />
  } catch (error) {
    if (isDatabaseAway(error)) return <DatabaseAway locale={locale} />
    if (!(error instanceof Problem)) throw error
    return <LinkPage locale={locale} purpose={null} token="" action={followLink} />
  }
}
