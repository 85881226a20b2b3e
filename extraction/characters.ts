/** True for the code of a figure 0 to 9, folded; false past the end of a text. */
export const isDigit = (code: number | undefined) => code !== undefined && code >= 0x30 && code <= 0x39

/** True for the code of a common Chinese character. */
export const isHan = (code: number | undefined) => code !== undefined && code >= 0x4e00 && code <= 0x9fff
