import { classOf, isAt, isDigit } from "@/extraction/characters"
import { classifierAt } from "@/extraction/numbers/classifiers"

/** Numerals that are no quantity although no word table can list them: numbers of documents, codes, phones, ordinals. */
type NameRule = {
  name: string
  pattern: RegExp
  /** What the name begins with, where that is one of a few figures. */
  first?: string
  /** What follows its first figures, where that is one of a few marks. */
  next?: string
  /** So many figures at least stand together. */
  figures?: number
  /** The same figures may as well count something (120热线, 120件): a classifier behind them says so. */
  mayCount?: true
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
const nameRules: readonly NameRule[] = [
  { name: "number of a document", pattern: /〔\d{4}〕\d+号?|\d{1,5}号/y, next: "号" },
  { name: "formula of a slogan", pattern: /[\dN]+(?:[+*·×][\dNXx]+)+|\d+(?:-\d+){2,}/y, next: "+*·×-N" },
  { name: "code", pattern: /\d{2,}(?:[A-Z]\w*|\/[\d-]+\w*)/y, next: `${letters}/` },
  { name: "hotline", pattern: /(?:12345|12348|12315|12369|12328|12388|12350|12329|12337|12320|8890|96\d{3,4}|110|119|120)(?!\d)/y, first: "189", figures: 3, mayCount: true },
  { name: "phone", pattern: /0\d{2,3}-?\d{7,8}|1[3-9]\d{9}(?!\d)/y, first: "01", figures: 3 },
  { name: "ratio", pattern: /\d+:\d+(?!\d)/y, next: ":" },
  { name: "long code", pattern: /\d{8,}(?!\d)/y, figures: 8, mayCount: true },
  { name: "size of a class", pattern: /5A|4A|3A|AAA+|H5|5G|4K/y, next: letters },
] // biome-ignore format: a table
/** Figures as bits. */
const figuresOf = (written: string) => [...written].reduce((bits, figure) => bits | (1 << Number(figure)), 0)
const readyRules = nameRules.map(({ name, pattern, first, next, figures, mayCount }) => ({
  name,
  pattern,
  first: figuresOf(first ?? "0123456789"),
  next: next === undefined ? null : classOf(next),
  figures: figures ?? 1,
  mayCount: mayCount ?? false,
}))

const mostFigures = 24
const inNames = classOf(nameRules.map(({ next }) => next ?? "").join(""))
const fewest = Math.min(...nameRules.filter(({ next }) => !next).map(({ figures }) => figures ?? 1))

/** The name that begins with the figure at `from`: its end and the rule that knows it, or null. */
export function nameAt(text: string, from: number): { end: number; rule: string } | null {
  let figures = 1
  while (figures < mostFigures && isDigit(text.charCodeAt(from + figures))) figures += 1
  if (figures < fewest && !isAt(text, from + figures, inNames)) return null
  const first = 1 << (text.charCodeAt(from) - 0x30)
  for (const rule of readyRules) {
    if (figures < rule.figures || (first & rule.first) === 0) continue
    if (rule.next && figures < mostFigures && !isAt(text, from + figures, rule.next)) continue
    rule.pattern.lastIndex = from
    if (!rule.pattern.test(text)) continue
    const end = rule.pattern.lastIndex
    if (!rule.mayCount || !isCounted(text, end)) return { end, rule: rule.name }
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
