import { loadavg } from "node:os"
import { drizzle } from "drizzle-orm/postgres-js"
import postgres from "postgres"
import { inTurns, median, ratioOf, round, timeOf } from "@/bench/measure"
import { nation, openNation } from "@/bench/nation"
import { writeResults } from "@/bench/write-results"
import { allCounties, townsOfCounty } from "@/catalogue/divisions"
import { type MetricCode, metricOf } from "@/catalogue/metric"
import { metrics } from "@/catalogue/metrics"
import { seal } from "@/db/as-actor"
import { connect, type Database } from "@/db/connect"
import { answerRequest } from "@/services/api/answer-request"
import type { Desk } from "@/services/desk"
import { viewSeries } from "@/services/view-explore"

// The questions of the product as it puts them, to a leader: through its services to the databases of the nation and of one
// county (in turns); and the very statements that it sent, bare through postgres.js, by the same role on a connection that has
// been told once who asks. An address of the interface for machines has a new metric or year each time, so that nothing is
// answered from memory.

const metricsInTurn = nation.metrics.filter(({ aggregate }) => aggregate === "sum").map(({ code }) => code)
const years = nation.years
const provinces = ["33", "37", "41", "51", "13"]

type Question = (desk: Desk, at: number) => Promise<unknown>
const api =
  (resource: "completeness" | "totals", query: (metric: MetricCode, at: number) => string): Question =>
  (desk, at) => {
    const metric = metricsInTurn[at % metricsInTurn.length] ?? "contracts_reviewed"
    const asked = { resource, query: new URLSearchParams(query(metric, at)), accept: "", ifNoneMatch: null }
    return answerRequest(desk, null, asked)
  }
const span = `years=${years.from}..${years.to}`
const countyQuestions = (county: number): Record<string, Question> => {
  const towns = townsOfCounty(county).map(({ code }) => code)
  return {
    metricOfCounty: (desk, at) => {
      const metric = metricsInTurn[at % metricsInTurn.length] ?? "contracts_reviewed"
      return viewSeries(desk, { countyCode: county, metrics: [metric], towns: [], years })
    },
    allOfTown: (desk, at) => {
      const town = towns[at % towns.length] ?? 0
      return viewSeries(desk, {
        ...{ countyCode: county, metrics: metrics.map(({ code }) => code), towns: [town], years },
      })
    },
    completenessOfCounty: api("completeness", (_, at) => `town=${county}&${span}&limit=${100 + (at % 100)}`),
  }
}
const nationQuestions: Record<string, Question> = {
  yearOfProvinceWithQuartiles: api("totals", (metric, at) => {
    return `metric=${metric}&years=${years.from + (at % 10)}&under=${provinces[at % provinces.length]}&quartiles=yes&limit=${1 + (at % 199)}`
  }),
  nationByProvince: api("totals", (metric, at) => `metric=${metric}&${span}&limit=${40 + (at % 160)}`),
}

const at = await openNation()
type Sent = { query: string; params: unknown[] }
/** A leader's desk in a database; `sent` are the statements of the last question. */
function openDesk(url: string) {
  const opened = connect({ url }, "fadu_app")
  const actor = { id: "bench", name: "bench", role: "leader", townCode: null } as const
  const desk: Desk = {
    ...{ database: seal(opened.db), actor, from: { channel: "terminal", address: null } },
    now: new Date(),
  }
  return { desk, close: opened.close }
}
/** A bare client of the same role. */
async function openBare(url: string) {
  const sql = postgres(url, { max: 1, connection: { role: "fadu_app" }, onnotice: () => {} })
  await sql`select set_config('fadu.role', 'leader', false), set_config('fadu.town', '', false)`
  return sql
}

/** The statements that a question sends, without those that open and close its transaction. */
async function statementsOf(url: string, question: Question, turn: number): Promise<Sent[]> {
  const sent: Sent[] = []
  const client = postgres(url, { max: 1, connection: { role: "fadu_app" }, onnotice: () => {} })
  const logQuery = (query: string, params: unknown[]) => sent.push({ query, params })
  const db = drizzle(client, { logger: { logQuery } }) as unknown as Database
  const actor = { id: "bench", name: "bench", role: "leader", townCode: null } as const
  await question(
    { database: seal(db), actor, from: { channel: "terminal", address: null }, now: new Date() },
    turn,
  )
  await client.end()
  return sent.filter(({ query }) => !query.startsWith("begin"))
}

const rounds = 60
const [national, city] = [openDesk(at.nation), openDesk(at.city)]
const bare = await openBare(at.nation)
/** Counties with as many towns as the one that stands in both databases, from all over. */
const alike = allCounties().filter(
  ({ code }) => code !== nation.county && townsOfCounty(code).length === townsOfCounty(nation.county).length,
)
const results: Record<string, object> = {}

for (const [name, question] of Object.entries(countyQuestions(nation.county))) {
  let turn = 0
  for (turn = 0; turn < 20; turn += 1) for (const { desk } of [national, city]) await question(desk, turn)
  // At first touch: counties of the same size that nobody has asked about since the server began.
  const firsts: number[] = []
  for (const { code } of alike.splice(0, 15)) {
    const first = countyQuestions(code)[name]
    if (first) firsts.push(await timeOf(() => first(national.desk, 0)))
  }
  const statements: Sent[][] = []
  for (let n = 0; n < rounds; n += 1) statements.push(await statementsOf(at.nation, question, 20 + n))
  const sendBare = (sql: postgres.Sql) => async () => {
    for (const { query, params } of statements[turn % rounds] ?? [])
      await sql.unsafe(query, params as never[], { prepare: true })
  }
  for (turn = 0; turn < rounds; turn += 1) await sendBare(bare)()
  const times = { nation: [] as number[], city: [] as number[], bare: [] as number[] }
  for (turn = 0; turn < rounds; turn += 1) {
    const one = await inTurns(
      {
        nation: () => question(national.desk, 20 + turn),
        city: () => question(city.desk, 20 + turn),
        bare: sendBare(bare),
      },
      1,
    )
    for (const each of ["nation", "city", "bare"] as const) times[each].push(one[each][0] ?? 0)
  }
  results[name] = {
    ...{
      milliseconds: round(median(times.nation)),
      ofCity: round(median(times.city)),
      ofBareSql: round(median(times.bare)),
    },
    ...{
      nationAgainstCity: ratioOf(times.nation, times.city),
      againstBareSql: ratioOf(times.nation, times.bare),
    },
    firstTouchAgainstCity: round(median(firsts) / median(times.city)),
  }
}

for (const [name, question] of Object.entries(nationQuestions)) {
  let turn = 0
  for (; turn < 12; turn += 1) await question(national.desk, turn)
  const statements: Sent[][] = []
  for (let n = 0; n < rounds; n += 1) statements.push(await statementsOf(at.nation, question, 12 + n))
  const times = { nation: [] as number[], bare: [] as number[] }
  for (let n = 0; n < rounds; n += 1) {
    const one = await inTurns(
      {
        nation: () => question(national.desk, 12 + n),
        bare: async () => {
          for (const { query, params } of statements[n] ?? [])
            await bare.unsafe(query, params as never[], { prepare: true })
        },
      },
      1,
    )
    for (const each of ["nation", "bare"] as const) times[each].push(one[each][0] ?? 0)
  }
  results[name] = {
    ...{ milliseconds: round(median(times.nation)), ofBareSql: round(median(times.bare)) },
    againstBareSql: ratioOf(times.nation, times.bare),
  }
}

// The same totals added up from the figures themselves, against the product's own statement for one metric; both once before.
const sums = { raw: [] as number[], kept: [] as number[] }
for (const [turn, code] of metricsInTurn.slice(0, 5).entries()) {
  const asked = await statementsOf(at.nation, nationQuestions.nationByProvince as Question, turn)
  const own = asked.find(({ query }) => query.includes("division_totals"))
  const sumUp = () => bare`
    select county_code / 10000 as code, metric_id, reference_year, sum(value)::float8, count(value)::int, count(missing)::int,
      (count(*) filter (where exactness = 'over'))::int, (count(*) filter (where exactness = 'under'))::int,
      (count(*) filter (where exactness in ('about', 'range')))::int
    from observations
    where metric_id = ${metricOf(code).id} and superseded_at is null and reference_year between ${years.from} and ${years.to}
    group by 1, 2, 3`
  const lookUp = () => bare.unsafe(own?.query ?? "", own?.params as never[], { prepare: true })
  await sumUp()
  await lookUp()
  const one = await inTurns({ raw: sumUp, kept: lookUp }, 3)
  sums.raw.push(...one.raw)
  sums.kept.push(...one.kept)
}
results.nationByProvince = {
  ...results.nationByProvince,
  ...{ rawMilliseconds: round(median(sums.raw)), rollUpMilliseconds: round(median(sums.kept)) },
  rawAgainstRollUp: ratioOf(sums.raw, sums.kept),
}

await Promise.all([national.close(), city.close(), bare.end()])
await at.stop()
writeResults("queries", {
  observations: at.observations,
  loadOfMachine: round(loadavg()[0] ?? 0),
  rounds,
  ...results,
})
