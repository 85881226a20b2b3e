import { letterTable, mark } from "@/extraction/alphabet"

/** Characters that tell of what kind a line is, each a bit: one look at every character of a line says which it holds, and
 * most patterns need not be tried. */
const characters = {
  blank: " \u200b",
  opening: "(",
  fullStop: "。",
  semicolon: ";",
  pause: ",:",
  question: "!?",
  bar: "|",
  titleEdge: "|•·",
  /** One of these stands in every line that a page is known by, wherever its words stand. */
  furniture: ">模碍者适播繁简:备版码",
} as const

type LineMark = keyof typeof characters

const names = Object.keys(characters) as LineMark[]
/** The marks that each letter is, as bits. */
export const marksOf = letterTable()
for (const [place, name] of names.entries()) mark(marksOf, characters[name], 1 << place)

export const lineMarks = Object.fromEntries(names.map((name, place) => [name, 1 << place])) as Readonly<
  Record<LineMark, number>
>
