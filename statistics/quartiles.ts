/** The three quartiles of some values, or nulls for none. Interpolated as QUARTILE.INC in Excel and WPS does (type 7), so
 * that an office which checks by hand gets the same figure. */
export function quartilesOf(values: readonly number[]): {
  lower: number | null
  median: number | null
  upper: number | null
} {
  const sorted = [...values].sort((a, b) => a - b)
  return {
    lower: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    upper: quantile(sorted, 0.75),
  }
}

function quantile(sorted: readonly number[], share: number): number | null {
  const position = (sorted.length - 1) * share
  const below = sorted[Math.floor(position)]
  const above = sorted[Math.ceil(position)]
  if (below === undefined || above === undefined) return null
  return below + (above - below) * (position - Math.floor(position))
}
