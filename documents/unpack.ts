import { type Entry, fromBufferPromise, type ZipFile } from "yauzl"
import { decodeText } from "@/documents/decode-text"
import { type Refusal, Refused } from "@/documents/document"

/** How much may come out of an archive: files, bytes of one and of all, and how many times the archive's own size. */
export type UnpackLimits = { files: number; each: number; all: number; ratio: number; tooMany: Refusal }

/** Small archives of plain text shrink well without being bombs: the ratio counts from here. */
const ratioFrom = 4 * 1024 * 1024

export type Unpacked = { name: string; bytes: Uint8Array }

/** A name in an archive as a person reads it: UTF-8 where it is valid, else GB18030 as Chinese Windows writes it. Only
 * for display: nothing is ever written under it. */
function nameOf(raw: Buffer): string {
  return (decodeText(raw)?.text ?? raw.toString("latin1")).replaceAll("\\", "/")
}

async function contentOf(zip: ZipFile, entry: Entry, limit: number): Promise<Uint8Array> {
  const stream = await zip.openReadStreamPromise(entry)
  const parts: Buffer[] = []
  let size = 0
  for await (const part of stream as AsyncIterable<Buffer>) {
    size += part.length
    // What the archive says of a size may be a lie; what comes out is counted.
    if (size > limit) throw new Refused("unpacks_too_large")
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** Takes the files out of a zip archive, in its order, within the limits. Throws Refused: password, damaged, unpacks_too_large,
 * or the limits' own word for too many files. `wanted` leaves out what is not to be unpacked. */
export async function unpack(
  bytes: Uint8Array,
  limits: UnpackLimits,
  wanted: (name: string) => boolean = () => true,
): Promise<Unpacked[]> {
  const found: Unpacked[] = []
  let all = 0
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true, decodeStrings: false })
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry.fileName as unknown as Buffer)
      if (name.endsWith("/") || !wanted(name)) continue
      if (entry.isEncrypted()) throw new Refused("password")
      if (found.length >= limits.files) throw new Refused(limits.tooMany)
      const most = Math.min(
        limits.each,
        limits.all - all,
        Math.max(ratioFrom, bytes.length * limits.ratio) - all,
      )
      if (entry.uncompressedSize > most) throw new Refused("unpacks_too_large")
      const content = await contentOf(zip, entry, most)
      all += content.length
      found.push({ name, bytes: content })
    }
  } catch (error) {
    throw error instanceof Refused ? error : new Refused("damaged")
  }
  return found
}

const officeLimits: UnpackLimits = {
  files: 5000,
  each: 64 * 1024 * 1024,
  all: 128 * 1024 * 1024,
  ratio: 200,
  tooMany: "unpacks_too_large",
}

const declarations = ["<!DOCTYPE", "<!ENTITY"].flatMap((words) => [
  Buffer.from(words),
  Buffer.from(words, "utf16le"),
])

/** The parts of an office document by name, its macros and embedded objects left out. A part that declares entities is
 * refused: no office program writes them, and they can be bombs or fetch from elsewhere. */
export async function unpackOffice(bytes: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>> {
  const parts = await unpack(bytes, officeLimits, (name) => /\.(xml|rels)$|^mimetype$/i.test(name))
  const declares = (content: Uint8Array) =>
    declarations.some((declaration) =>
      Buffer.from(content.buffer, content.byteOffset, content.length).includes(declaration),
    )
  if (parts.some((part) => declares(part.bytes))) throw new Refused("unsafe")
  return new Map(parts.map(({ name, bytes: content }) => [name, content]))
}
