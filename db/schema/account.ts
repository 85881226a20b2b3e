import { sql } from "drizzle-orm"
import { boolean, check, index, integer, pgTable, smallint, text } from "drizzle-orm/pg-core"
import { roles } from "@/catalogue/role"
import { moment } from "@/db/schema/columns"
import { towns } from "@/db/schema/reference"

// Property names are those that better-auth looks for; nobody but the account service reads these tables.

/** Who may sign in. Accounts are disabled, never removed: the audit log names them. */
export const accounts = pgTable(
  "accounts",
  {
    id: text("id").primaryKey(),
    username: text("username").notNull().unique(),
    displayUsername: text("display_username"),
    name: text("name").notNull(),
    email: text("email").notNull().unique(),
    emailVerified: boolean("email_verified").notNull().default(false),
    image: text("image"),
    role: text("role", { enum: roles }).notNull(),
    townCode: integer("town_code").references(() => towns.code),
    /** Made or reset by somebody else: the person has to choose a password of their own first. */
    mustChange: boolean("must_change").notNull().default(false),
    banned: boolean("banned").notNull().default(false),
    banReason: text("ban_reason"),
    banExpires: moment("ban_expires"),
    createdAt: moment("created_at").notNull().defaultNow(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (t) => [check("accounts_town", sql`(${t.role} = 'town_officer') = (${t.townCode} is not null)`)],
)

/** Who is signed in, and when they last did something. */
export const sessions = pgTable(
  "sessions",
  {
    id: text("id").primaryKey(),
    token: text("token").notNull().unique(),
    userId: text("user_id")
      .notNull()
      .references(() => accounts.id),
    expiresAt: moment("expires_at").notNull(),
    lastSeenAt: moment("last_seen_at").notNull().defaultNow(),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
    impersonatedBy: text("impersonated_by"),
    /** Where the server's log stood after the person's last write: a standby that has not come so far is none for them. */
    logPosition: text("log_position"),
    createdAt: moment("created_at").notNull().defaultNow(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (t) => [index("sessions_user").on(t.userId)],
)

/** Passwords, as scrypt hashes. The token columns belong to the library and stay empty. */
export const credentials = pgTable(
  "credentials",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => accounts.id),
    accountId: text("account_id").notNull(),
    providerId: text("provider_id").notNull(),
    password: text("password"),
    accessToken: text("access_token"),
    refreshToken: text("refresh_token"),
    idToken: text("id_token"),
    accessTokenExpiresAt: moment("access_token_expires_at"),
    refreshTokenExpiresAt: moment("refresh_token_expires_at"),
    scope: text("scope"),
    createdAt: moment("created_at").notNull().defaultNow(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (t) => [index("credentials_user").on(t.userId)],
)

/** One-time links (their SHA-256) and the key that signs session cookies, by `identifier`. */
export const verifications = pgTable("verifications", {
  id: text("id").primaryKey(),
  identifier: text("identifier").notNull().unique(),
  value: text("value").notNull(),
  expiresAt: moment("expires_at").notNull(),
  createdAt: moment("created_at").notNull().defaultNow(),
  updatedAt: moment("updated_at").notNull().defaultNow(),
})

/** Failed sign-ins of an account name or a network address, and until when the next one has to wait. */
export const signInFailures = pgTable("sign_in_failures", {
  subject: text("subject").primaryKey(),
  failures: smallint("failures").notNull(),
  failedAt: moment("failed_at").notNull().defaultNow(),
  waitUntil: moment("wait_until"),
})
