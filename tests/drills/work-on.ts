import { allCounties, townsOfCounty } from "@/catalogue/divisions"
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

/** Towns' years, one county after the other from the first on. */
function* placesFrom(first: number) {
  for (const { code } of allCounties()) {
    if (code < first) continue
    for (let year = 2024; year >= 1990; year -= 1)
      for (const town of townsOfCounty(code)) yield { town, year }
  }
}

let place = -1
for (const { town, year } of placesFrom(Number(county))) {
  place += 1
  if (place < Number(first)) continue
  const figures = { contracts: String(place + 1), disputes: String(2 * place + 1) }
  const text = reportText({ town: town.name, year: String(year), ...figures })
  const desk = deskOf(db)
  say({ begun: place })
  await importReport(desk, { fileName: `${place}.txt`, bytes: bytesOf(text) }, town.countyCode, {
    ...{ townCode: town.code, year },
  })
  say({ imported: place, town: town.code, year })
  await finishReport(desk, town.code, year)
  say({ published: place, town: town.code, year })
}
