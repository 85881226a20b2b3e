/** How many characters of its quote stand with a published figure: what is indexed must stay small. */
export const longestQuote = 200

/** The first of a quote's characters, as they stand with a figure. */
export const cutQuote = (quote: string) => [...quote].slice(0, longestQuote).join("")
