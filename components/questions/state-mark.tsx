import type { Locale } from "@/catalogue/messages/messages"
import { type QuestionState, type ThreadSide, waitingStates } from "@/catalogue/question"
import { translate } from "@/catalogue/translate"

type Props = { locale: Locale; state: QuestionState; side: ThreadSide | null }

/** Whose turn it is, said to whoever reads it. */
export function StateMark({ locale, state, side }: Props) {
  const t = translate(locale, "question")
  const isMine = side !== null && state === waitingStates[side]
  return (
    <span className={`text-sm ${isMine ? "font-semibold text-warn" : "text-ink-2"}`}>
      {isMine ? t(side === "reviewer" ? "yours" : "yoursTown") : t(`states.${state}`)}
    </span>
  )
}
