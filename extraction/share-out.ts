import { conceptSet, include, meets } from "@/extraction/lexicon/concept-set"
import { readSegment, type SentenceTokens } from "@/extraction/read-segment"
import type { Beside, Segment } from "@/extraction/segment"
import type { Quantity, Token } from "@/extraction/token"

const farthest = 40
const respectively = conceptSet(["respectively"])

/** 、 和 与 及 between two things or figures. */
function parts(text: string, token: Token | undefined): boolean {
  if (token?.type === "stop") return token.content.char === "、"
  return (
    token?.type === "word" && token.end - token.start === 1 && "和与及".includes(text[token.start] ?? ".")
  )
}

/** Where a figure stands in a list of `count`; `mark` is the token of 分别. */
export type ListPlace = { mark: number; place: number; count: number }
type Group = { from: number; to: number }

/** The figures after 分别, in order, until the clause ends; their place among them, or null. */
export function placeAfter(context: SentenceTokens, index: number): ListPlace | null {
  const { tokens, first, last, text } = context
  let place = 0
  for (let i = index - 1; i >= Math.max(first, index - farthest); i -= 1) {
    const token = tokens[i]
    if (token?.type === "word" && meets(token.content.concepts, respectively)) {
      let count = place + 1
      for (let k = index + 1; k < Math.min(last, index + farthest); k += 1) {
        if (tokens[k]?.type === "quantity") count += 1
        else if (!parts(text, tokens[k])) break
      }
      return { mark: i, place, count }
    }
    if (token?.type === "quantity") place += 1
    else if (!parts(text, token)) return null
  }
  return null
}

/** The things named before 分别, cut at 、 和 与 及: places in the reading. */
function groupsBefore({ tokens, text, first }: SentenceTokens, mark: number): Group[] {
  const end = tokens[mark]?.start ?? 0
  let from = end
  const cuts: number[] = []
  for (let i = mark - 1; i >= Math.max(first, mark - farthest); i -= 1) {
    const token = tokens[i]
    if (!token || token.type === "quantity") break
    if (token.type === "stop" && !"、“”".includes(token.content.char)) break
    from = token.start
    if (parts(text, token)) cuts.unshift(token.start)
  }
  const edges = [from, ...cuts.map((cut) => cut + 1), end]
  return edges.slice(0, -1).map((start, i) => ({ from: start, to: edges[i + 1] ?? end }))
}

const inside =
  ({ from, to }: Group) =>
  (word: Beside) =>
    word.start >= from && word.end <= to

/** A和B分别为3件和5件: the figure's own segment holds only the words of its thing; the others are earlier words. Null
 * where 分别 does not govern the figure or the things cannot be told apart. */
export function shareOut(
  context: SentenceTokens,
  found: ListPlace | null,
  quantity: Quantity,
): Segment | null {
  if (!found) return null
  const groups = groupsBefore(context, found.mark)
  const group = groups.at(found.place - found.count)
  if (!group || groups.length < found.count || found.count < 2) return null
  const whole = readSegment(context, found.mark, {
    ...quantity,
    start: context.tokens[found.mark]?.start ?? quantity.start,
  })
  const before = whole.before
    .filter(inside(group))
    .map((word) => ({ ...word, gap: 0, far: group.to - word.end }))
  const earlier = [...whole.before.filter((word) => !inside(group)(word)), ...whole.earlier]
  const mark = context.tokens[found.mark]
  if (mark?.type !== "word") return null
  const { content, start, end } = mark
  const said = conceptSet()
  const own: Beside[] = [{ start, end, content, gap: 0, far: 0 }, ...before]
  for (const word of own) include(said, word.content.concepts)
  const unknown = before.length > 0 ? 0 : whole.unknown
  return { ...whole, quantity, before: own, after: [], said, saidClose: said, unknown, earlier }
}
