/** Whether what a thing is found by (`云栖街道 yunxijiedao yxjd`) holds a query: characters, pinyin without tones or initials,
 * in any case; several words must all be held. An empty query holds for everything. */
export function fitsQuery(keys: string, query: string): boolean {
  const words = query
    .toLowerCase()
    .replace(/['’]/g, "")
    .split(/[\s,，、]+/)
    .filter(Boolean)
  return words.every((word) => keys.toLowerCase().includes(word))
}
