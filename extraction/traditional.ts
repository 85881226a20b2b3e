import traditional from "@/catalogue/data/traditional.json"

/** Traditional characters, each followed by its simplified form. One unit to one unit, so that folding keeps every
 * offset. Characters that both writings share are not here. */
const { pairs } = traditional

export const traditionalToSimplified: ReadonlyMap<number, number> = new Map(
  Array.from({ length: pairs.length / 2 }, (_, i) => [pairs.charCodeAt(2 * i), pairs.charCodeAt(2 * i + 1)]),
)
