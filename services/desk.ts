import type { Database } from "@/db/connect"

/** Who acts. Accounts come later; until then every write names the office's own person at this machine. */
export type Actor = { name: string; role: "reviewer" | "reader" }

/** What every service works with: a database, the person, and the time. */
export type Desk = { db: Database; actor: Actor; now: Date }

/** The office's own actor of a site without accounts, which listens on loopback only. */
export const officeActor: Actor = { name: "office", role: "reviewer" }
