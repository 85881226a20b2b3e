import { randomUUID } from "node:crypto"
import { expect, test } from "vitest"
import { seal } from "@/db/as-actor"
import type { Database } from "@/db/connect"
import { createAccount } from "@/services/accounts/create-account"
import { findVisitor } from "@/services/accounts/find-visitor"
import { endSession } from "@/services/accounts/own-sessions"
import { signIn } from "@/services/accounts/sign-in"
import { addFile } from "@/services/add-file"
import { answerRequest } from "@/services/api/answer-request"
import { beginImport } from "@/services/begin-import"
import type { Desk } from "@/services/desk"
import { readNextFile } from "@/services/read-next-file"
import { viewImport } from "@/services/view-import"
import { describeEachDatabase } from "@/tests/each-database"
import { deskOf } from "@/tests/services/desk-of"
import { bytesOf, reportText } from "@/tests/services/report-text"

const password = "nineteen towns report"
const county = 331082

/** Two processes of the site are two pools on one database: whatever one knows, the other finds there. */
describeEachDatabase("two processes of the site", (opened) => {
  const both = () => [opened().another("fadu_app"), opened().another("fadu_app")] as const
  const nobody = (db: Database) => deskOf(db, "public", "public")
  const enter = (db: Database, secret: string) =>
    signIn(nobody(db), { username: "zhang", password: secret, userAgent: null })

  test("share sessions: opened here, known there, ended for both; and who guesses here waits there", async () => {
    const [here, there] = both()
    await createAccount(deskOf(here.db, "boss", "administrator"), {
      ...{ username: "zhang", name: "经办人甲", role: "reviewer", townCode: null, password },
    })
    const { token } = await enter(here.db, password)
    const visitor = await findVisitor(seal(there.db), nobody(there.db).from, token)
    expect(visitor.actor.name).toBe("经办人甲")
    const desk: Desk = { ...nobody(there.db), actor: visitor.actor }
    await endSession(desk, visitor.session?.id ?? "", true)
    expect((await findVisitor(seal(here.db), nobody(here.db).from, token)).session).toBeNull()
    for (let i = 0; i < 5; i += 1)
      await expect(enter(i % 2 ? here.db : there.db, "wrong words")).rejects.toThrow("sign_in_refused")
    for (const { db } of [here, there]) await expect(enter(db, password)).rejects.toThrow("sign_in_waits")
    await Promise.all([here.close(), there.close()])
  })

  test("share imports and what answers are compared by: sent here, read there, once, and the mark changes for both", async () => {
    const [here, there] = both()
    const reviewer = (db: Database) => deskOf(db)
    const ask = (db: Database, ifNoneMatch: string | null) =>
      answerRequest(reviewer(db), county, {
        ...{ resource: "series", accept: "application/json", ifNoneMatch },
        query: new URLSearchParams({ metric: "contracts_reviewed", town: "331082111" }),
      })
    const before = await ask(here.db, null)
    const mark = before.headers.etag ?? ""
    expect((await ask(there.db, mark)).status).toBe(304)
    const job = await beginImport(reviewer(here.db), county)
    for (const year of ["2023", "2024"])
      await addFile(reviewer(here.db), job, { fileName: `${year}.txt`, bytes: bytesOf(reportText({ year })) })
    const runners = [here, there].map(async ({ db }) => {
      let files = 0
      for (const name = randomUUID(); await readNextFile(reviewer(db), name, job); ) files += 1
      return files
    })
    const [first = 0, second = 0] = await Promise.all(runners)
    expect(first + second).toBe(2)
    expect(await viewImport(reviewer(there.db), job, "zh")).toMatchObject({ files: 2, open: 0, imported: 2 })
    expect((await ask(there.db, mark)).status).toBe(200)
    expect((await ask(here.db, mark)).headers.etag).not.toBe(mark)
    await Promise.all([here.close(), there.close()])
  })
})
