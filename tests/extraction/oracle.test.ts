import recognizers from "@microsoft/recognizers-text-number"
import fc from "fast-check"
import { expect, it } from "vitest"
import { quantityAt } from "@/extraction/numbers/read-quantity"

/** What a well-known recogniser makes of the first number of a text. */
function theirs(text: string): number | null {
  const [first] = recognizers.recognizeNumber(text, recognizers.Culture.Chinese)
  return first ? Number(first.resolution?.value) : null
}
const ours = (text: string) => quantityAt(text, 0)?.value ?? null

const writings: readonly ((value: number) => string)[] = [
  String,
  (value) => value.toLocaleString("en"),
  (value) => `${value / 100}万`,
  (value) => `${(value % 1000) / 10}`,
]
const words = ["三百二十", "两万", "十二", "一百零五", "九千八百", "三十", "一百二十万", "五千零六", "二十一"]

// The recogniser drops 余 and 近, misses 二〇二四 and reads 廿三 as 3, so it judges clean numerals only.
it("reads clean figures as another recogniser does", () => {
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 9_999_999 }), fc.constantFrom(...writings), (value, write) => {
      const text = `${write(value)}件`
      expect([text, ours(text)]).toEqual([text, theirs(text)])
    }),
    { numRuns: 500 },
  )
})

it("reads Chinese numerals as another recogniser does", () => {
  expect(words.map((word) => ours(`${word}件`))).toEqual(words.map((word) => theirs(`${word}件`)))
})
