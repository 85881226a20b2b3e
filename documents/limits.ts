/** What a person can be told: 20 MB a file, 200 files a batch. An archive may be larger than a file, as it holds many. */
export const sizeLimit = 20 * 1024 * 1024
export const archiveLimit = 100 * 1024 * 1024
export const filesLimit = 200

/** Pages of a document, pages that are recognised from pictures, rows and columns of a sheet. */
export const pagesLimit = 500
export const scannedPagesLimit = 60
export const rowsLimit = 2000
export const columnsLimit = 200
