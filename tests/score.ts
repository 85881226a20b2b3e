import { corpora, floors, scoreCorpus, shortfalls } from "@/tests/extraction/score-corpus"

/** Prints how well the labelled passages are read, with every mistake, and fails below the committed floors. */
let failed = false
for (const [name, folder] of Object.entries(corpora)) {
  const scored = await scoreCorpus(folder)
  const floor = floors[name]
  if (!scored || !floor) {
    console.log(`${name}: not at hand`)
    continue
  }
  for (const mistake of scored.mistakes) console.log(`  ${mistake}`)
  const figures = Object.entries(scored.score).map(([key, value]) => `${key} ${Number(value.toFixed(3))}`)
  console.log(`${name}: ${figures.join(" · ")}`)
  for (const short of shortfalls(scored.score, floor)) {
    failed = true
    console.log(`  below the floor: ${short}`)
  }
}
process.exitCode = failed ? 1 : 0
