/** The size of a picture by its head, and whether its end is there; null for a head that makes no sense. */
export type Measured = { width: number; height: number; whole: boolean }

const has = (buffer: Buffer, length: number) => buffer.length >= length

function measurePng(buffer: Buffer): Measured | null {
  if (!has(buffer, 45) || buffer.toString("latin1", 12, 16) !== "IHDR") return null
  const whole = buffer.subarray(-64).includes("IEND")
  return { width: buffer.readUInt32BE(16), height: buffer.readUInt32BE(20), whole }
}

function measureJpeg(buffer: Buffer): Measured | null {
  for (let at = 2; at + 9 < buffer.length; ) {
    if (buffer[at] !== 0xff) return null
    const marker = buffer[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    const whole = buffer.subarray(-4096).includes(Buffer.from([0xff, 0xd9]))
    if (isFrame) return { width: buffer.readUInt16BE(at + 7), height: buffer.readUInt16BE(at + 5), whole }
    at += marker === 0xff ? 1 : 2 + buffer.readUInt16BE(at + 2)
  }
  return null
}

function measureGif(buffer: Buffer): Measured | null {
  if (!has(buffer, 14)) return null
  return { width: buffer.readUInt16LE(6), height: buffer.readUInt16LE(8), whole: buffer.at(-1) === 0x3b }
}

function measureBmp(buffer: Buffer): Measured | null {
  if (!has(buffer, 54)) return null
  const [width, height] = [buffer.readInt32LE(18), Math.abs(buffer.readInt32LE(22))]
  return { width, height, whole: buffer.length >= buffer.readUInt32LE(2) }
}

/** WebP says its length at its front; its sides stand in one of three layouts, of which the library knows. */
function measureWebp(buffer: Buffer): Measured | null {
  return has(buffer, 30) ? { width: 1, height: 1, whole: buffer.length >= buffer.readUInt32LE(4) + 8 } : null
}

/** Measures a picture without decoding it: what is cut off or far too large must never reach the decoder, which is native
 * code and would take the process down. */
export function measurePicture(bytes: Uint8Array): Measured | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer[0] === 0x89) return measurePng(buffer)
  if (buffer[0] === 0xff) return measureJpeg(buffer)
  if (buffer[0] === 0x47) return measureGif(buffer)
  return buffer[0] === 0x42 ? measureBmp(buffer) : buffer[0] === 0x52 ? measureWebp(buffer) : null
}
