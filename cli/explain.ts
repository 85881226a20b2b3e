import { readFileSync } from "node:fs"
import { translate } from "@/catalogue/translate"
import { explainFile } from "@/services/explain-file"

type Options = { at?: string; region?: string }

/** `fadu explain FILE --at OFFSET`: prints section, sentence, figure, the rules that fit and why one won. Returns the exit
 * code: 1 when the file was refused, 2 without a usable offset. */
export async function runExplain([file = ""]: readonly string[], options: Options): Promise<number> {
  const offset = Number(options.at ?? Number.NaN)
  if (!Number.isInteger(offset) || offset < 0) {
    console.error("fadu explain FILE --at OFFSET")
    return 2
  }
  const region = options.region === undefined ? null : Number(options.region)
  const outcome = await explainFile(readFileSync(file), file, region, offset)
  if (!outcome.ok) {
    console.error(`${file}: ${translate("zh", "refusal")(outcome.refusal)}`)
    return 1
  }
  const { section, figure, tried, judgements, ...rest } = outcome.explanation
  console.log(`section    ${section?.role ?? "-"}  ${section?.heading ?? "-"}`)
  console.log(`sentence   ${rest.sentence}`)
  console.log(`clause     ${rest.clause}`)
  console.log(
    `figure     ${figure ? `${figure.quote} = ${figure.value} (${figure.exactness}, ${figure.classifier})` : "-"}`,
  )
  console.log(`words      ${rest.wordsBefore.join(" ")} ▮ ${rest.wordsAfter.join(" ")}`)
  for (const { rule, metric, score, via } of tried)
    console.log(`rule       ${String(score).padStart(4)}  ${rule} → ${metric} (${via})`)
  for (const { metric, kind, year, because } of judgements)
    console.log(`read as    ${metric} ${kind} ${year ?? "-"}: ${because}`)
  if (rest.outside) console.log(`outside    ${rest.outside}`)
  return 0
}
