import { type ExploreState, exploreDefaults } from "@/statistics/explore-state"

type Name = Exclude<keyof ExploreState, "from" | "to"> | "years"
const names: readonly Name[] = [
  ...(["metric", "against", "towns", "compare", "years", "view", "mode", "axis", "shape"] as const),
  ...(["per", "focus", "sort", "order", "find", "asof", "county"] as const),
]

/** The parts of the state that a form does not ask for, so that sending it keeps them. `except` names those that it asks. */
export function KeptState({ state, except }: { state: ExploreState; except: readonly Name[] }) {
  const textOf = (name: Name) => {
    if (name === "years") {
      const isUsual = state.from === "earliest" && state.to === "latest"
      return isUsual ? "" : `${state.from}..${state.to}`
    }
    const value = state[name]
    if (String(value) === String(exploreDefaults[name])) return ""
    return String(value ?? "")
  }
  return names
    .filter((name) => !except.includes(name) && textOf(name) !== "")
    .map((name) => <input key={name + textOf(name)} type="hidden" name={name} value={textOf(name)} />)
}
