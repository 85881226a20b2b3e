import type { Check, Severity } from "@/catalogue/status"
import type { Evidence } from "@/extraction/candidate"

/** Something a person should look at. `params` fill the message of the check in the message files (`finding.<check>`). */
export type Finding = {
  check: Check
  severity: Severity
  params: Readonly<Record<string, string | number>>
  evidence: Omit<Evidence, "rule"> | null
}
