import { randomBytes, randomUUID } from "node:crypto"
import { betterAuth } from "better-auth"
import { drizzleAdapter } from "better-auth/adapters/drizzle"
import { admin, username } from "better-auth/plugins"
import { adminAc } from "better-auth/plugins/admin/access"
import type { Connection } from "@/db/connect"
import { accounts, credentials, sessions, verifications } from "@/db/schema/account"

/** A session ends after a working day whatever happens in it; being idle ends it sooner. */
const sessionHours = 12
/** Signs the cookie, as the library wants it. What proves a session is its token, which is looked up in the database. */
const secret = randomBytes(32).toString("hex")

export const leastPassword = 10
export const mostPassword = 128

/** The library that keeps accounts, working within a transaction of the account service's: what it writes and the audit
 * line about it come together or not at all. Its own web routes are not opened. */
export function openAuth(tx: Connection) {
  return betterAuth({
    secret,
    baseURL: "http://localhost",
    database: drizzleAdapter(tx, {
      provider: "pg",
      schema: { user: accounts, session: sessions, account: credentials, verification: verifications },
    }),
    emailAndPassword: {
      ...{ enabled: true, disableSignUp: true },
      ...{ minPasswordLength: leastPassword, maxPasswordLength: mostPassword },
    },
    session: { expiresIn: sessionHours * 3600, disableSessionRefresh: true },
    user: {
      additionalFields: {
        townCode: { type: "number", required: false, input: false },
        mustChange: { type: "boolean", required: false, input: false },
      },
    },
    advanced: { database: { generateId: () => randomUUID() }, ipAddress: { disableIpTracking: true } },
    plugins: [
      username({ minUsernameLength: 3, maxUsernameLength: 30 }),
      admin({ defaultRole: "leader", adminRoles: ["administrator"], roles: { administrator: adminAc } }),
    ],
    telemetry: { enabled: false },
    logger: { disabled: true },
  })
}
