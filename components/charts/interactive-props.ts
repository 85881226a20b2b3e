/** What an interactive renderer is told beside the state: its width in px, the mark under pointer or focus, and the mark by
 * which the Tab key enters while there is none. */
export type InteractiveProps<State> = {
  state: State
  width: number
  activeKey: string | null
  entryKey: string | null
}

/** One mark of a chart is a stop of the Tab key; the arrows lead to the others. */
export function tabIndexOf(key: string, { activeKey, entryKey }: InteractiveProps<unknown>): number {
  return key === (activeKey ?? entryKey) ? 0 : -1
}
