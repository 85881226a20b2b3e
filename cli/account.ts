import { translate } from "@/catalogue/translate"
import { CommandFailure } from "@/cli/command-failure"
import { atDesk } from "@/cli/open-desk"
import { linkForAccount } from "@/services/accounts/one-time-link"
import { siteAddress } from "@/services/config"
import { terminalActor } from "@/services/desk"
import { Problem } from "@/services/problem"

export const accountUsage =
  "fadu account create USERNAME --name NAME --role administrator|reviewer|town_officer|leader|auditor [--town CODE]\nfadu account reset USERNAME"

type Options = { name?: string; role?: string; town?: string }

/** `fadu account create|reset USERNAME`: for an office that locked itself out. Prints a link by which the person chooses a
 * password; no password is ever printed. Returns the exit code: 1 when refused. */
export async function runAccount(
  [verb, username]: readonly string[],
  { name, role, town }: Options,
): Promise<number> {
  if ((verb !== "create" && verb !== "reset") || !username) throw new CommandFailure(accountUsage, 2)
  const asked = verb === "create" && {
    ...{ username, name: name ?? username, role: (role ?? "") as "reviewer" },
    townCode: town ? Number(town) : null,
  }
  try {
    return await atDesk(
      async (desk, config) => {
        const token = await linkForAccount(desk, username, asked || null)
        console.log(
          "请把这个链接交给本人，24 小时内有效，只能用一次 / hand this link over; it works once, for 24 hours:",
        )
        console.log(`${siteAddress(config)}/link/${token}`)
        return 0
      },
      { ...terminalActor, role: "administrator" },
    )
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    for (const locale of ["zh", "en"] as const) console.error(translate(locale, "problem")(error.code))
    return 1
  }
}
