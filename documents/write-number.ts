const digits = "〇一二三四五六七八九"

function chinese(n: number): string {
  if (n < 10) return digits[n] ?? ""
  if (n > 99) return [...String(n)].map((digit) => digits[Number(digit)]).join("")
  const tens = Math.floor(n / 10)
  return `${tens === 1 ? "" : digits[tens]}十${n % 10 === 0 ? "" : digits[n % 10]}`
}

function roman(n: number): string {
  const marks: readonly [number, string][] = [
    [10, "x"],
    [9, "ix"],
    [5, "v"],
    [4, "iv"],
    [1, "i"],
  ]
  let rest = Math.min(n, 99)
  let written = ""
  for (const [value, mark] of marks)
    while (rest >= value) {
      written += mark
      rest -= value
    }
  return written
}

const letter = (n: number) => String.fromCharCode(96 + ((n - 1) % 26) + 1)

const formats: Readonly<Record<string, (n: number) => string>> = {
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  japaneseCounting: chinese,
  ideographDigital: chinese,
  taiwaneseCounting: chinese,
  decimalEnclosedCircle: (n) => (n <= 20 ? String.fromCharCode(0x245f + n) : `(${n})`),
  decimalEnclosedCircleChinese: (n) => (n <= 20 ? String.fromCharCode(0x245f + n) : `(${n})`),
  lowerLetter: letter,
  upperLetter: (n) => letter(n).toUpperCase(),
  lowerRoman: roman,
  upperRoman: (n) => roman(n).toUpperCase(),
}

/** A list number as Word's format of that name writes it; 1, 2, 3 for a format that is not known here. */
export function writeNumber(n: number, format: string): string {
  return formats[format]?.(n) ?? String(n)
}
