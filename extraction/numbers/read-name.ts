import { isDigit } from "@/extraction/characters"
import { classifierAt } from "@/extraction/numbers/classifiers"

/** Numerals that are no quantity although no word table can list them: numbers of documents, codes, phones, ordinals. */
type NameRule = {
  name: string
  pattern: RegExp
  /** The same figures may as well count something (120热线, 120件): a classifier behind them says so. */
  mayCount?: true
}

const nameRules: readonly NameRule[] = [
  { name: "number of a document", pattern: /〔\d{4}〕\d+号?|\d{1,5}号/y },
  { name: "formula of a slogan", pattern: /[\dN]+(?:[+*·×][\dNXx]+)+|\d+(?:-\d+){2,}/y },
  { name: "code", pattern: /\d{2,}(?:[A-Z]\w*|\/[\d-]+\w*)/y },
  { name: "hotline", pattern: /(?:12345|12348|12315|12369|12328|12388|12350|12329|12337|12320|8890|96\d{3,4}|110|119|120)(?!\d)/y, mayCount: true },
  { name: "phone", pattern: /0\d{2,3}-?\d{7,8}|1[3-9]\d{9}(?!\d)/y },
  { name: "ratio", pattern: /\d+:\d+(?!\d)/y },
  { name: "long code", pattern: /\d{8,}(?!\d)/y, mayCount: true },
  { name: "size of a class", pattern: /5A|4A|3A|AAA+|H5|5G|4K/y },
] // biome-ignore format: a table

/** What may follow the first figures of a name, where they are not three or more. */
const inNames = "+*·×:-/号〔ABCDEFGHIJKLMNOPQRSTUVWXYZ"

/** The name with figures that begins at `from`: its end and the rule that knows it, or null. */
export function nameAt(text: string, from: number): { end: number; rule: string } | null {
  let length = 0
  while (length < 8 && isDigit(text.charCodeAt(from + length))) length += 1
  if (length < 3 && !inNames.includes(text[from + length] ?? ".")) return null
  for (const { name, pattern, mayCount } of nameRules) {
    pattern.lastIndex = from
    if (!pattern.test(text)) continue
    const end = pattern.lastIndex
    if (!mayCount || !isCounted(text, end)) return { end, rule: name }
  }
  return null
}

/** The rest of a number behind its first figures: groups of three, decimals, 余 or 万, a blank. */
const restOfNumber = /(?:,\d{3}(?!\d))*(?:\.\d+)?[余多]?[万亿]?[余多]? ?/y

/** True where what begins with these figures is a quantity: 万, 余 or a classifier follows. */
function isCounted(text: string, end: number): boolean {
  restOfNumber.lastIndex = end
  const rest = restOfNumber.exec(text)?.[0] ?? ""
  return /[万亿余多]/.test(rest) || classifierAt(text, end + rest.length) !== null
}
