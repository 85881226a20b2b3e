import { cut } from "@/components/questions/question"

type Props = { quote: string; sentence: string | null }

const around = 70
const longest = 220

/** The sentence that a thread is about, the place in it marked; of a long one the stretch around the place. */
export function PlaceQuote({ quote, sentence }: Props) {
  const at = sentence?.indexOf(quote) ?? -1
  if (!sentence || at < 0 || quote.length > longest) return <>{cut(quote, longest)}</>
  const end = at + quote.length
  const before = sentence.slice(Math.max(0, at - around), at)
  const after = sentence.slice(end, end + around)
  return (
    <>
      {at > around ? "…" : ""}
      {before}
      <mark className="reading">{quote}</mark>
      {after}
      {sentence.length > end + around ? "…" : ""}
    </>
  )
}
