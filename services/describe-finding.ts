import type { Locale } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"
import type { Finding } from "@/checks/finding"

/** A finding in one sentence of the reader's language, from the message of its check. */
export function describeFinding(finding: Pick<Finding, "check" | "params">, locale: Locale): string {
  const message = translate(locale, "finding") as unknown as (
    key: string,
    params: Finding["params"],
  ) => string
  return message(finding.check, finding.params)
}
