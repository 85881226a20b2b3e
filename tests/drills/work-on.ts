import { townsOfCounty } from "@/catalogue/divisions"
import { connect } from "@/db/connect"
import { openEmbedded } from "@/db/embedded/open-embedded"
import { importReport } from "@/services/import-report"
import { deskOf } from "@/tests/services/desk-of"
import { finishReport } from "@/tests/services/finish-report"
import { bytesOf, reportText } from "@/tests/services/report-text"

// A process to be killed: imports reports, decides on them and publishes them, and says so once each is acknowledged.
// tsx tests/drills/work-on.ts URL|FOLDER COUNTY FIRST

const [target = "", county = "0", first = "0"] = process.argv.slice(2)
const embedded = target.startsWith("postgres://") ? null : await openEmbedded(target)
const { db } = connect(embedded ? { socket: embedded.socket } : { url: target })
const say = (done: object) => process.stdout.write(`${JSON.stringify(done)}\n`)
const towns = townsOfCounty(Number(county))

for (let place = Number(first); ; place += 1) {
  const town = towns[place % towns.length]
  const year = 2024 - Math.floor(place / towns.length)
  if (!town || year < 1990) break
  const figures = { contracts: String(place + 1), disputes: String(2 * place + 1) }
  const text = reportText({ town: town.name, year: String(year), ...figures })
  const desk = deskOf(db)
  say({ begun: place })
  await importReport(desk, { fileName: `${place}.txt`, bytes: bytesOf(text) }, Number(county), {
    ...{ townCode: town.code, year },
  })
  say({ imported: place, town: town.code, year })
  await finishReport(desk, town.code, year)
  say({ published: place, town: town.code, year })
}
