import { randomUUID } from "node:crypto"
import { rmSync } from "node:fs"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, inject } from "vitest"
import { type ConnectionRole, connect, type Database, type OpenDatabase } from "@/db/connect"
import { openEmbedded } from "@/db/embedded/open-embedded"
import { copyFolder } from "@/tests/databases"

/** `db` is the owner's; `another` opens a further connection, as the application if asked. */
export type Opened = { db: Database; another(role?: ConnectionRole): OpenDatabase }

async function openServer() {
  const name = `fadu_${randomUUID().replaceAll("-", "")}`
  const maintenance = connect({ url: inject("serverUrl") })
  await maintenance.db.execute(sql`create database ${sql.identifier(name)} template fadu_template`)
  await maintenance.close()
  const url = inject("serverUrl").replace(/[^/]+$/, name)
  const opened = connect({ url })
  return { ...opened, another: (role?: ConnectionRole) => connect({ url }, role) }
}

async function openEmbeddedCopy() {
  const folder = copyFolder(inject("embeddedTemplate"))
  const embedded = await openEmbedded(folder)
  const opened = connect({ socket: embedded.socket })
  const close = async () => {
    await opened.close()
    await embedded.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { ...opened, close, another: (role?: ConnectionRole) => connect({ socket: embedded.socket }, role) }
}

const kinds = { embedded: openEmbeddedCopy, server: openServer }

/** The same tests on the embedded database and on the real server, each with a fresh database for the whole block. */
export function describeEachDatabase(name: string, body: (opened: () => Opened) => void) {
  for (const [kind, open] of Object.entries(kinds)) {
    describe(`${name} (${kind})`, () => {
      let opened: Awaited<ReturnType<typeof open>> | undefined
      beforeAll(async () => {
        opened = await open()
      })
      afterAll(async () => {
        await opened?.close()
      })
      body(() => {
        if (!opened) throw new Error("the database is not open yet")
        return opened
      })
    })
  }
}
