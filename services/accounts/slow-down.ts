import { sql } from "drizzle-orm"
import { insertAudit } from "@/db/writes/insert-audit"
import { asAccounts, type Desk } from "@/services/desk"

/** After so many failures in a row the next try has to wait, twice as long after each further one. */
const free = { account: 5, address: 20 } as const
const firstWaitSeconds = 30
const longestWaitSeconds = 3600
const forgottenAfter = sql`interval '1 day'`

type Subject = { kind: keyof typeof free; name: string }
type Row = { failures: number; waits: number }

/** What a try to sign in is counted under: the account's name, known or not, and the network address. */
function subjectsOf(desk: Desk, username: string): Subject[] {
  const account = { kind: "account", name: username.toLowerCase().slice(0, 64) } as const
  const { address } = desk.from
  return address === null ? [account] : [account, { kind: "address", name: address }]
}

/**
 * Counts a try as failed before the password is looked at, so that many at once gain nothing; `forgive` takes it back.
 * Returns for how many seconds this one has to wait (0: go on), and those that a further one will.
 */
export async function countTry(desk: Desk, username: string): Promise<{ wait: number; next: number }> {
  return asAccounts(desk, async (tx) => {
    await tx.execute(sql`delete from sign_in_failures where failed_at < now() - ${forgottenAfter}`)
    const subjects = subjectsOf(desk, username)
    let wait = 0
    for (const { kind, name } of subjects) {
      // What is not there yet cannot be locked: two tries would take the account and the address in opposite order.
      await tx.execute(sql`
        insert into sign_in_failures (subject, failures, failed_at) values (${`${kind}:${name}`}, 0, clock_timestamp())
        on conflict (subject) do nothing`)
      const [row] = await tx.execute<Row>(sql`
        select failures, least(greatest(ceil(extract(epoch from wait_until - clock_timestamp())), 0), ${longestWaitSeconds})::int as waits
        from sign_in_failures where subject = ${`${kind}:${name}`} for update`)
      wait = Math.max(wait, row?.waits ?? 0)
    }
    if (wait > 0) {
      const after = { reason: "waiting", seconds: wait }
      await insertAudit(tx, {
        ...{ action: "session.refuse", countyCode: null, subject: `account:${subjects[0]?.name}`, after },
      })
      return { wait, next: wait }
    }
    let next = 0
    for (const { kind, name } of subjects) {
      const [row] = await tx.execute<{ failures: number }>(sql`
        insert into sign_in_failures (subject, failures, failed_at) values (${`${kind}:${name}`}, 1, clock_timestamp())
        on conflict (subject) do update set failures = least(sign_in_failures.failures + 1, 1000), failed_at = clock_timestamp()
        returning failures`)
      const over = (row?.failures ?? 0) - free[kind]
      if (over < 0) continue
      const seconds = Math.min(firstWaitSeconds * 2 ** Math.min(over, 20), longestWaitSeconds)
      next = Math.max(next, seconds)
      await tx.execute(sql`
        update sign_in_failures set wait_until = clock_timestamp() + make_interval(secs => ${seconds})
        where subject = ${`${kind}:${name}`}`)
    }
    return { wait: 0, next }
  })
}

/** Forgets the failures of an account; a success also lets its address go on. */
export async function forgive(desk: Desk, username: string): Promise<void> {
  await asAccounts(desk, async (tx) => {
    for (const { kind, name } of subjectsOf(desk, username))
      await tx.execute(sql`delete from sign_in_failures where subject = ${`${kind}:${name}`}`)
  })
}
