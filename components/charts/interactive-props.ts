/** What an interactive renderer is told beside the state: its width in px, and the mark by which the Tab key enters. What
 * is under pointer or focus is not told: drawing anew would take the focus away from the mark that has it. */
export type InteractiveProps<State> = {
  state: State
  width: number
  entryKey: string | null
}

/** One mark of a chart is a stop of the Tab key; the arrows lead to the others. */
export function tabIndexOf(key: string, { entryKey }: InteractiveProps<unknown>): number {
  return key === entryKey ? 0 : -1
}
