/** How the pages look: `system` follows the reader's device. */
export const themes = ["system", "light", "dark", "contrast"] as const
export type Theme = (typeof themes)[number]
