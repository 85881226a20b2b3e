/** A cell of a table and where it stands in the document's text: `text.slice(start, end) === words`. */
export type SheetCell = { words: string; start: number; end: number }

/** One sheet of a workbook or one file of comma-separated values, row by row. */
export type Sheet = { name: string; rows: readonly (readonly SheetCell[])[] }
