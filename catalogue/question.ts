/** What is said in a thread. A town answers, or proposes a figure with its source; the reviewer asks on, takes the figure,
 * declines it, or closes the thread with neither. */
export const entryActions = ["ask", "answer", "propose", "take", "decline", "close"] as const
export type EntryAction = (typeof entryActions)[number]

/** Whose turn it is in a thread. */
export const questionStates = ["waiting_for_office", "waiting_for_town", "closed"] as const
export type QuestionState = (typeof questionStates)[number]

const stateAfter: Readonly<Record<EntryAction, QuestionState>> = {
  ask: "waiting_for_town",
  answer: "waiting_for_office",
  propose: "waiting_for_office",
  take: "closed",
  decline: "closed",
  close: "closed",
}

/** The state of a thread by what was said last in it. */
export function questionStateOf(last: EntryAction): QuestionState {
  return stateAfter[last]
}

/** The last words after which a thread is in a state. */
export function actionsBefore(state: QuestionState): readonly EntryAction[] {
  return entryActions.filter((action) => stateAfter[action] === state)
}

/** The two sides of a thread, and the state in which it waits for each. */
export type ThreadSide = "reviewer" | "town_officer"
export const waitingStates: Readonly<Record<ThreadSide, QuestionState>> = {
  reviewer: "waiting_for_office",
  town_officer: "waiting_for_town",
}
