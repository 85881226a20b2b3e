import { textWidth } from "@/components/charts/ink"

/** Text in lines no wider than `width` px: Chinese breaks anywhere but before a closing mark, Latin between words. */
export function wrapText(text: string, size: number, width: number): readonly string[] {
  const pieces = text.match(/[\u2e80-\uffff]|[^\u2e80-\uffff\s]+\s*|\s+/g) ?? []
  const lines: string[] = []
  let line = ""
  for (const piece of pieces) {
    const isClosing = /^[，。、；：）》”]/.test(piece)
    if (line !== "" && !isClosing && textWidth((line + piece).trimEnd(), size) > width) {
      lines.push(line.trimEnd())
      line = ""
    }
    line += piece
  }
  return line.trim() === "" ? lines : [...lines, line.trimEnd()]
}
