import { crc32, deflateRawSync } from "node:zlib"

/** A file of an archive. `claims` is the size that the archive says it has, where that is a lie; `locked` marks it as
 * encrypted. */
export type Zipped = { name: string | Buffer; bytes: Uint8Array | string; claims?: number; locked?: boolean }

/** The checksum of the format, where Node is too old to have it. */
function checksum(bytes: Buffer): number {
  if (typeof crc32 === "function") return crc32(bytes)
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}

/** A zip archive, honest or not. */
export function buildZip(files: readonly Zipped[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const file of files) {
    const bytes = Buffer.from(file.bytes as Uint8Array)
    const packed = deflateRawSync(bytes)
    const name = Buffer.isBuffer(file.name) ? file.name : Buffer.from(file.name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE((file.locked ? 1 : 0) | (Buffer.isBuffer(file.name) ? 0 : 0x800), 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(checksum(bytes), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(file.claims ?? bytes.length, 18)
    common.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), common, name, packed])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    const made = Buffer.from([20, 0])
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02", "latin1"), made, common, place, name]))
    parts.push(local)
    offset += local.length
  }
  const size = directory.reduce((sum, each) => sum + each.length, 0)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(size, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, ...directory, Buffer.from("PK\x05\x06", "latin1"), end])
}
