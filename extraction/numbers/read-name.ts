/** Numerals that are no quantity although no word table can list them: numbers of documents, codes, phones, ordinals. */
type NameRule = { name: string; pattern: RegExp }

const nameRules: readonly NameRule[] = [
  { name: "number of a document", pattern: /〔\d{4}〕\d+号?|\d{1,5}号/y },
  { name: "formula of a slogan", pattern: /[\dN]+(?:[+*·×][\dNXx]+)+|\d+(?:-\d+){2,}/y },
  { name: "code", pattern: /\d{2,}(?:[A-Z]\w*|\/[\d-]+\w*)/y },
  { name: "hotline", pattern: /(?:12345|12348|12315|12369|12328|12388|12350|12329|12337|12320|8890|96\d{3,4}|110|119|120)(?![\d.万余多]|[件起宗例次个人份条元场项])/y },
  { name: "phone", pattern: /0\d{2,3}-?\d{7,8}|1[3-9]\d{9}(?!\d)/y },
  { name: "ratio", pattern: /\d+:\d+(?!\d)/y },
  { name: "long code", pattern: /\d{8,}(?![\d.万余多]|[件起宗例次个人份条元场项])/y },
  { name: "size of a class", pattern: /5A|4A|3A|AAA+|H5|5G|4K/y },
] // biome-ignore format: a table

/** What may follow the first figures of a name, where they are not three or more. */
const inNames = /[+*·×:\-A-Z/号〔N]/

const isDigit = (code: number) => code >= 0x30 && code <= 0x39

/** The name with figures that begins at `from`: its end and the rule that knows it, or null. */
export function nameAt(text: string, from: number): { end: number; rule: string } | null {
  let length = 0
  while (length < 8 && isDigit(text.charCodeAt(from + length))) length += 1
  if (length < 3 && !inNames.test(text[from + length] ?? "")) return null
  for (const { name, pattern } of nameRules) {
    pattern.lastIndex = from
    if (pattern.test(text)) return { end: pattern.lastIndex, rule: name }
  }
  return null
}
