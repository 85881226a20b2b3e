import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { seal } from "@/db/as-actor"
import { changeAccount } from "@/services/accounts/change-account"
import { changePassword } from "@/services/accounts/change-password"
import { checkPassword } from "@/services/accounts/check-password"
import { createAccount } from "@/services/accounts/create-account"
import { findVisitor } from "@/services/accounts/find-visitor"
import { listAccounts } from "@/services/accounts/list-accounts"
import {
  linkForAccount,
  readLink,
  redeemFirstLink,
  redeemPasswordLink,
} from "@/services/accounts/one-time-link"
import { endSession, listSessions } from "@/services/accounts/own-sessions"
import { signIn } from "@/services/accounts/sign-in"
import { firstLink } from "@/services/accounts/write-link"
import { changeSettings } from "@/services/change-settings"
import type { Desk } from "@/services/desk"
import { describeEachDatabase } from "@/tests/each-database"
import { deskOf } from "@/tests/services/desk-of"

const good = "nineteen towns report"
const other = "twenty towns report"

test.each([
  ["short", "password_short"],
  ["九个字的口令不够长", "password_short"],
  ["a".repeat(129), "password_long"],
  ["1234567890", "password_common"],
  ["Password2024!", "password_common"],
  ["woaini1314520", "password_common"],
  ["qwertyuiop", "password_common"],
  ["aaaaaaaaaaaa", "password_common"],
  ["20240101010", "password_common"],
  ["wangfang-2024", "password_has_name"],
])("the password %s is refused: %s", (password, code) => {
  expect(() => checkPassword(password, "wangfang")).toThrow(code)
})

test.each([good, "临海市法治办公室的口令", "x7#Kq-29_vTz"])("the password %s is taken", (password) => {
  expect(() => checkPassword(password, "wangfang")).not.toThrow()
})

describeEachDatabase("accounts", (opened) => {
  const nobody = (): Desk => deskOf(opened().db, "public", "public")
  const admin = () => deskOf(opened().db, "boss", "administrator")
  const enter = (username: string, password = good) =>
    signIn(nobody(), { username, password, userAgent: "test" })
  const visit = (token: string, look = false) => findVisitor(seal(opened().db), nobody().from, token, look)
  const idOf = async (username: string) =>
    (await listAccounts(admin())).find((account) => account.username === username)?.id ?? ""
  const make = (username: string, role: "reviewer" | "administrator" | "leader" = "reviewer") =>
    createAccount(admin(), { username, name: username, role, password: good })
  const audited = async (action: string) =>
    (
      await opened().db.execute<{ subject: string }>(
        sql`select subject from audit_log where action = ${action}`,
      )
    ).map((row) => row.subject)
  const passTime = (seconds: number) =>
    opened().db.execute(sql`
      update sign_in_failures set wait_until = wait_until - make_interval(secs => ${seconds})`)

  test("there is no account at first; the first link makes the administrator and a reviewer, once", async () => {
    const token = await firstLink(nobody())
    if (!token) throw new Error("no link")
    expect(await readLink(nobody(), token)).toEqual({ purpose: "first" })
    const administrator = { username: "Boss", name: "管理员甲", password: "password123" }
    const reviewer = { username: "wang", name: "王经办", password: good }
    await expect(redeemFirstLink(nobody(), token, { administrator, reviewer })).rejects.toThrow(
      "password_common",
    )
    await redeemFirstLink(nobody(), token, { administrator: { ...administrator, password: good }, reviewer })
    await expect(
      redeemFirstLink(nobody(), token, {
        administrator: { ...administrator, username: "b2" },
        reviewer: null,
      }),
    ).rejects.toThrow("link_not_valid")
    expect(await firstLink(nobody())).toBeNull()
    const list = await listAccounts(admin())
    expect(list.map(({ username, role, mustChange }) => [username, role, mustChange])).toEqual([
      ["boss", "administrator", false],
      ["wang", "reviewer", true],
    ])
    expect((await enter("BOSS ")).mustChange).toBe(false)
  })

  test("a session says who acts; an account made by others has to change its password, which ends its other sessions", async () => {
    const [first, second] = [await enter("wang"), await enter("wang")]
    expect(first.mustChange).toBe(true)
    const visitor = await visit(first.token)
    expect(visitor).toMatchObject({ actor: { name: "王经办", role: "reviewer", townCode: null } })
    const desk = { ...nobody(), actor: visitor.actor }
    const session = visitor.session?.id ?? ""
    await expect(changePassword(desk, session, { old: "wrong wrong wrong", fresh: other })).rejects.toThrow(
      "password_wrong",
    )
    await expect(changePassword(desk, session, { old: good, fresh: good })).rejects.toThrow("password_same")
    await changePassword(desk, session, { old: good, fresh: other })
    expect((await visit(first.token)).session?.mustChange).toBe(false)
    expect((await visit(second.token)).session).toBeNull()
    await expect(enter("wang")).rejects.toThrow("sign_in_refused")
    expect((await enter("wang", other)).mustChange).toBe(false)
  })

  test("own sessions are listed and ended, nobody else's", async () => {
    const { token } = await enter("wang", other)
    const visitor = await visit(token)
    const desk = { ...nobody(), actor: visitor.actor }
    const mine = await listSessions(desk)
    expect(mine.every(({ address, userAgent }) => address === "192.0.2.7" && userAgent === "test")).toBe(true)
    await expect(endSession(admin(), visitor.session?.id ?? "", false)).rejects.toThrow("not_found")
    await endSession(desk, visitor.session?.id ?? "", false)
    expect((await visit(token)).session).toBeNull()
    expect(await listSessions(desk)).toHaveLength(mine.length - 1)
  })

  test("after five failures one has to wait, twice as long each time, whoever it is and whatever they type; the database knows", async () => {
    await make("locked")
    for (const username of ["locked", "unknown"]) {
      for (let i = 0; i < 5; i += 1)
        await expect(enter(username, "wrong wrong wrong")).rejects.toThrow("sign_in_refused")
      await expect(enter(username)).rejects.toThrow(/sign_in_waits: (2\d|30)$/)
      await passTime(31)
      await expect(enter(username, "wrong wrong wrong")).rejects.toThrow("sign_in_refused")
      await expect(enter(username)).rejects.toThrow(/sign_in_waits: (5\d|60)$/)
      await passTime(61)
    }
    await enter("locked")
    for (let i = 0; i < 4; i += 1)
      await expect(enter("locked", "wrong wrong wrong")).rejects.toThrow("sign_in_refused")
    await enter("locked")
    expect(await audited("session.lock")).toEqual(
      expect.arrayContaining(["account:locked", "account:unknown"]),
    )
  })

  test("of many tries at once no more are looked at than one after another", async () => {
    await make("crowd")
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, () =>
        enter("crowd", "wrong wrong wrong").catch((error: Error) => error.message),
      ),
    )
    expect(outcomes.map((message) => String(message).split(":")[0]).sort()).toEqual([
      ...Array(5).fill("sign_in_refused"),
      ...Array(7).fill("sign_in_waits"),
    ])
  })

  test("an address that fails with many names has to wait as well; a reset lets the account go on", async () => {
    const from = { channel: "web", address: "198.51.100.9" } as const
    const strange = { ...nobody(), from }
    const enterThere = (username: string) =>
      signIn(strange, { username, password: "wrong wrong wrong", userAgent: null }).catch(
        (error: Error) => error.message,
      )
    for (let i = 0; i < 20; i += 1) expect(await enterThere(`name${i}`)).toBe("sign_in_refused")
    expect(await enterThere("name20")).toMatch(/^sign_in_waits: (2\d|30)$/)
    await changeAccount(admin(), await idOf("crowd"), { change: "reset", password: other })
    expect((await enter("crowd", other)).mustChange).toBe(true)
  })

  test("an idle session ends at the time that is set; looking at it does not keep it", async () => {
    await changeSettings(admin(), { openReading: false, idleMinutes: 10 })
    const { token } = await enter("wang", other)
    const age = (seconds: number) =>
      opened().db.execute(sql`
        update sessions set last_seen_at = now() - make_interval(secs => ${seconds}) where token = ${token}`)
    await age(590)
    expect((await visit(token, true)).session?.secondsLeft).toBeLessThanOrEqual(10)
    expect((await visit(token)).session?.secondsLeft).toBe(600)
    await age(601)
    expect((await visit(token)).session).toBeNull()
    expect(await audited("session.expire")).toContain("account:wang")
    await expect(changeSettings(admin(), { openReading: false, idleMinutes: 0 })).rejects.toThrow(
      "minutes_not_valid",
    )
  })

  test("disabling ends sessions and refuses the next; role and town change together", async () => {
    const { token } = await enter("locked")
    const id = await idOf("locked")
    await changeAccount(admin(), id, { change: "disable" })
    expect((await visit(token)).session).toBeNull()
    await expect(enter("locked")).rejects.toThrow("sign_in_refused")
    await changeAccount(admin(), id, { change: "enable" })
    await expect(
      changeAccount(admin(), id, { change: "place", role: "town_officer", townCode: null }),
    ).rejects.toThrow("town_needed")
    await changeAccount(admin(), id, { change: "place", role: "town_officer", townCode: 331082111 })
    expect((await visit((await enter("locked")).token)).actor).toMatchObject({
      role: "town_officer",
      townCode: 331082111,
    })
    await changeAccount(admin(), id, { change: "place", role: "leader", townCode: 331082111 })
    expect((await listAccounts(admin())).find((one) => one.id === id)?.townCode).toBeNull()
  })

  test("the last administrator stays, also when two take each other's role at once", async () => {
    const boss = await idOf("boss")
    await expect(changeAccount(admin(), boss, { change: "disable" })).rejects.toThrow("last_administrator")
    await expect(
      changeAccount(admin(), boss, { change: "place", role: "leader", townCode: null }),
    ).rejects.toThrow("last_administrator")
    await make("second", "administrator")
    const second = await idOf("second")
    const another = opened().another()
    const outcomes = await Promise.allSettled([
      changeAccount(admin(), boss, { change: "disable" }),
      changeAccount(deskOf(another.db, "boss", "administrator"), second, { change: "disable" }),
    ])
    await another.close()
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    const left = (await listAccounts(admin())).filter(
      ({ role, disabled }) => role === "administrator" && !disabled,
    )
    expect(left).toHaveLength(1)
  })

  test("nobody but an administrator keeps accounts, and no secret is in the audit log", async () => {
    for (const role of ["reviewer", "leader", "auditor", "town_officer", "public"] as const) {
      const desk = deskOf(opened().db, "x", role)
      await expect(listAccounts(desk)).rejects.toThrow("not_allowed")
      await expect(
        createAccount(desk, { username: "zzz", name: "z", role: "leader", password: good }),
      ).rejects.toThrow("not_allowed")
      await expect(changeAccount(desk, "x", { change: "enable" })).rejects.toThrow("not_allowed")
      await expect(linkForAccount(desk, "boss", null)).rejects.toThrow("not_allowed")
    }
    const token = await linkForAccount(admin(), "wang", null)
    await redeemPasswordLink(nobody(), token, "a third password")
    await expect(redeemPasswordLink(nobody(), token, good)).rejects.toThrow("link_not_valid")
    await enter("wang", "a third password")
    const log = JSON.stringify(await opened().db.execute(sql`select * from audit_log`))
    for (const secret of [good, other, "a third password", "wrong wrong wrong", token])
      expect(log).not.toContain(secret)
    const stored = JSON.stringify(await opened().db.execute(sql`select * from credentials, verifications`))
    expect(stored).not.toContain(good)
    expect(stored).not.toContain(token)
  })
})
