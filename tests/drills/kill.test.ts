import { randomUUID } from "node:crypto"
import { rmSync } from "node:fs"
import { sql } from "drizzle-orm"
import { expect, inject, test } from "vitest"
import { writeDrill } from "@/bench/write-drill"
import { connect } from "@/db/connect"
import { openEmbedded } from "@/db/embedded/open-embedded"
import { copyFolder } from "@/tests/databases"
import { faultsAfter, type Said, workAndKill } from "@/tests/drills/kill"

/** How often each kind is killed: few in every run, many in the drill. */
const times = Number(process.env.FADU_DRILL_KILLS ?? 2)
const county = 331082
const longest = 4000

const join = (all: Said, next: Said): Said => ({
  begun: next.begun,
  imported: new Map([...all.imported, ...next.imported]),
  published: new Map([...all.published, ...next.published]),
})

/** Kills a process that works on the target, again and again, and asks what is wrong after each. The drill notes its figures
 * under `name`. */
async function drill(
  name: string,
  target: string,
  reopen: () => Promise<{ faults(said: Said): Promise<string[]> }>,
) {
  let all: Said = { begun: 0, imported: new Map(), published: new Map() }
  for (let round = 0; round < times; round += 1) {
    const said = await workAndKill(
      target,
      county,
      all.begun + 1,
      Math.random() * longest,
      round === 0 ? "imported" : "begun",
    )
    all = join(all, said)
    const opened = await reopen()
    expect(await opened.faults(all), `round ${round}`).toEqual([])
  }
  const figures = { kills: times, imports: all.imported.size, publications: all.published.size, faults: 0 }
  console.log(name, figures)
  if (process.env.FADU_DRILL_KILLS) writeDrill("kill", { [name]: figures })
  expect(all.imported.size).toBeGreaterThan(0)
}

test("killed while it imports, decides and publishes, the embedded database loses nothing", async () => {
  const folder = copyFolder(inject("embeddedTemplate"))
  await drill("embedded", folder, async () => ({
    async faults(said) {
      const embedded = await openEmbedded(folder)
      const { db, close } = connect({ socket: embedded.socket })
      const faults = await faultsAfter(db, said)
      await close()
      await embedded.close()
      return faults
    },
  }))
  rmSync(folder, { recursive: true, force: true })
}, 3_600_000)

test("killed while it works on a server, nothing is lost or left half done there", async () => {
  const name = `fadu_${randomUUID().replaceAll("-", "")}`
  const maintenance = connect({ url: inject("serverUrl") })
  await maintenance.db.execute(sql`create database ${sql.identifier(name)} template fadu_template`)
  await maintenance.close()
  const url = inject("serverUrl").replace(/[^/]+$/, name)
  await drill("server", url, async () => ({
    async faults(said) {
      const { db, close } = connect({ url })
      const faults = await faultsAfter(db, said)
      await close()
      return faults
    },
  }))
}, 3_600_000)
