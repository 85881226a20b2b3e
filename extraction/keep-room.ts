/** Room that a report does not fill. */
const usual = 1 << 16

/** Gives arrays of so many elements or more, for one text at a time: the usual ones are kept for the next text, as arrays
 * made anew for every report would be cleared and thrown away by the thousand. What stood in them stands there still. */
export function keepRoom<Elements>(Kind: new (size: number) => Elements): (size: number) => Elements {
  let kept: Elements | null = null
  return (size) => {
    if (size > usual) return new Kind(size)
    kept ??= new Kind(usual)
    return kept
  }
}
