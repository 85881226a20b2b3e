import type { MetricCode } from "@/catalogue/metric"
import type { Town } from "@/catalogue/town"
import { type Random, seedRandom } from "@/demo/random"

/** The figures of a town in a year, in the metrics' stored units. */
export type Figures = ReadonlyMap<MetricCode, number>

/** A town of the middling sort: how many a year, how many per cent more each year, how unsteady. */
const ordinary: readonly (readonly [MetricCode, count: number, growth: number, noise: number])[] = [
  ["meetings_held", 4, 3, 0.3],
  ["issues_studied", 8, 4, 0.3],
  ["work_reports_heard", 3, 0, 0.3],
  ["centre_group_studies", 5, 5, 0.25],
  ["leadership_law_studies", 9, 4, 0.3],
  ["duty_reports_made", 14, 1, 0.1],
  ["village_charters_reviewed", 12, 2, 0.4],
  ["major_decisions_made", 4, 2, 0.35],
  ["contracts_reviewed", 170, 11, 0.12],
  ["review_opinions_given", 64, 9, 0.2],
  ["legal_advisers", 2, 3, 0.2],
  ["enforcement_officers", 21, 6, 0.06],
  ["inspections_conducted", 860, -4, 0.15],
  ["penalties_imposed", 52, 7, 0.25],
  ["leniency_decisions", 14, 15, 0.3],
  ["case_files_audited", 9, 6, 0.3],
  ["emergency_drills", 7, 4, 0.3],
  ["hazards_found", 310, 3, 0.2],
  ["disputes_accepted", 240, -3, 0.12],
  ["mediation_amount", 6_400_000, 5, 0.3],
  ["mediators", 58, 2, 0.08],
  ["petitions_received", 130, -6, 0.2],
  ["information_disclosed", 360, 5, 0.2],
  ["disclosure_requests", 5, 3, 0.6],
  ["proposals_handled", 15, 2, 0.25],
  ["trainings_held", 8, 5, 0.25],
  ["training_attendances", 540, 5, 0.2],
  ["publicity_events", 42, 6, 0.2],
  ["publicity_lectures", 18, 5, 0.25],
  ["publicity_attendances", 8600, 8, 0.25],
  ["publicity_materials", 11_500, 4, 0.25],
  ["legal_consultations", 310, 4, 0.2],
  ["legal_aid_cases", 13, 4, 0.35],
  ["service_cases_handled", 38_000, 12, 0.15],
]

const sizes = { subdistrict: 1.5, town: 1, township: 0.5, other: 0.5 } as const

/** What a town did from the year before `from` to `to`, year by year: its size, a trend of its own, and chance. */
export function simulateTown(
  town: Town,
  from: number,
  to: number,
  seed: number,
): ReadonlyMap<number, Figures> {
  const steady = seedRandom(seed, town.code)
  const size = sizes[town.kind] * (0.75 + 0.5 * steady.next())
  const villages = Math.round(size * steady.between(14, 22))
  const lean = new Map(
    ordinary.map(([metric]) => [metric, { scale: 0.8 + 0.4 * steady.next(), drift: 4 * steady.next() - 2 }]),
  )
  const years = new Map<number, Figures>()
  for (let year = from - 1; year <= to; year += 1) {
    const random = seedRandom(seed, town.code, year)
    const figures = new Map<MetricCode, number>([["villages", villages]])
    for (const [metric, count, growth, noise] of ordinary) {
      const { scale, drift } = lean.get(metric) ?? { scale: 1, drift: 0 }
      const trend = (1 + (growth + drift) / 100) ** (year - from)
      // Duties come by the year whatever the size; only work grows with the town.
      const reach = count < 10 ? Math.sqrt(size) : size
      const value = count * scale * trend * reach * (1 + noise * (2 * random.next() - 1))
      figures.set(metric, Math.max(1, Math.round(value)))
    }
    years.set(year, addDependents(figures, random))
  }
  return years
}

/** Figures that follow from others: a part never exceeds its whole. */
function addDependents(figures: Map<MetricCode, number>, random: Random): Figures {
  const of = (metric: MetricCode) => figures.get(metric) ?? 0
  const share = (metric: MetricCode, low: number, high: number) =>
    Math.round(of(metric) * (low + (high - low) * random.next()))
  figures.set("mediation_amount", Math.round(of("mediation_amount") / 1000) * 1000)
  figures.set("disputes_screened", Math.round(of("disputes_accepted") * (1.2 + 0.5 * random.next())))
  figures.set("disputes_mediated", share("disputes_accepted", 0.94, 1))
  figures.set("mediation_success_rate", percent(of("disputes_mediated"), of("disputes_accepted")))
  figures.set("judicial_confirmations", share("disputes_mediated", 0.02, 0.06))
  figures.set("certified_officers", share("enforcement_officers", 0.72, 1))
  figures.set("certification_rate", percent(of("certified_officers"), of("enforcement_officers")))
  figures.set("major_decisions_reviewed", of("major_decisions_made"))
  figures.set("review_opinions_adopted", share("review_opinions_given", 0.85, 1))
  figures.set("penalties_simple", share("penalties_imposed", 0.6, 0.85))
  figures.set("penalties_ordinary", of("penalties_imposed") - of("penalties_simple"))
  figures.set("fines_amount", of("penalties_imposed") * 100 * random.between(8, 30))
  figures.set("hazards_fixed", share("hazards_found", 0.95, 1))
  figures.set("normative_documents_issued", Math.max(0, random.between(-2, 2)))
  figures.set("normative_documents_filed", of("normative_documents_issued"))
  figures.set("reconsiderations_received", Math.max(0, random.between(-2, 3)))
  figures.set("lawsuits_received", Math.max(0, random.between(-1, 3)))
  figures.set("court_appearances", of("lawsuits_received"))
  figures.set("lawsuits_lost", 0)
  figures.set("legal_literacy_volunteers", of("villages") * random.between(3, 5))
  figures.set("model_villages", share("villages", 0.2, 0.35))
  return figures
}

function percent(part: number, whole: number): number {
  return Math.round((1000 * part) / whole) / 10
}
