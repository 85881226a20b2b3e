/** A file that was chosen, and the name a person knows it by: with its folders. */
export type NamedFile = { file: File; path: string }

const isLitter = (name: string) => /^(\.|~\$|Thumbs\.db$|desktop\.ini$)/i.test(name)

/** The files of an input, those of a chosen folder with their folders' names. */
export function filesOfInput({ files }: HTMLInputElement): NamedFile[] {
  return [...(files ?? [])]
    .filter(({ name }) => !isLitter(name))
    .map((file) => ({ file, path: file.webkitRelativePath || file.name }))
}

async function filesOfEntry(entry: FileSystemEntry): Promise<NamedFile[]> {
  if (isLitter(entry.name)) return []
  const path = entry.fullPath.replace(/^\//, "")
  if (entry.isFile) {
    const file = await new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail))
    return [{ file, path }]
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const found: NamedFile[] = []
  for (;;) {
    // A folder is given in parts, until an empty one.
    const entries = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail))
    if (entries.length === 0) return found
    for (const inner of entries) found.push(...(await filesOfEntry(inner)))
  }
}

/** The files that were dropped, dropped folders searched through. */
export async function filesOfDrop({ items }: DataTransfer): Promise<NamedFile[]> {
  const entries = [...items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  const found = await Promise.all(entries.map(filesOfEntry))
  return found.flat()
}
