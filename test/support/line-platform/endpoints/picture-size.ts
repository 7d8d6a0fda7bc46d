export interface PictureSize {
  type: 'image/png' | 'image/jpeg'
  width: number
  height: number
}

const PNG_SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')

/** Of the first bytes of a PNG or a JPEG; undefined when it's neither. */
export function readPictureSize(bytes: Buffer): PictureSize | undefined {
  if (bytes.length >= 24 && bytes.subarray(0, 8).equals(PNG_SIGNATURE))
    return { type: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
  if (bytes.length >= 4 && bytes.readUInt16BE(0) === 0xffd8) return readJpegSize(bytes)
  return undefined
}

/** https://www.w3.org/Graphics/JPEG/itu-t81.pdf, B.2.2: a frame header is one of SOF0 to SOF15, but DHT, JPG and DAC. */
function readJpegSize(bytes: Buffer): PictureSize | undefined {
  for (let at = 2; at + 9 < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes.readUInt16BE(at)
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)
    if (isFrame) return { type: 'image/jpeg', width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) }
    if (marker < 0xff00) return undefined
  }
  return undefined
}
