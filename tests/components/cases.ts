import { sample } from "@/tests/components/sample"

const full = [3, 5, 8, 13, 21, 34]

/** What every renderer must stand: each state of a value, alone and among others. */
export const cases = {
  "a full line": sample([full]),
  "gaps of each kind": sample([[3, null, undefined, 8, { missing: "withheld" }, 13]]),
  "a stated zero": sample([[0, 2, 0, 0, 1, 0], full]),
  "all zero": sample([[0, 0, 0, 0, 0, 0]]),
  "a lone year": sample([[undefined, null, 7, undefined, null, undefined]]),
  "no value at all": sample([[null, undefined, null, null, null, null]]),
  "approximate values": sample([
    [
      { value: 300, exactness: "over" },
      { value: 400, exactness: "under" },
      { value: 500, exactness: "about" },
      { value: 550, exactness: "range", low: 500, high: 600 },
      700,
      { value: 100_000, exactness: "over" },
    ],
  ]),
  "revised, broken and unreviewed": sample([
    [
      10,
      { value: 12, flags: ["revised"], version: 2 },
      { value: 40, flags: ["break"] },
      41,
      { value: 44, flags: ["definition_differs", "provisional"] },
      { value: 50, reviewed: false },
    ],
    full,
  ]),
  "many towns and a focus": sample(
    Array.from({ length: 12 }, (_, town) => full.map((value) => value * (town + 1))),
    { focus: 3 },
  ),
  "a rate, in English": sample([[88.3, 90, null, 95, { value: 100, exactness: "all" }, 100]], {
    metric: "certification_rate",
    locale: "en",
  }),
} as const
