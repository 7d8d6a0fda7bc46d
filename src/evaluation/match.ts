/** How two texts are compared: NFKC, one case, Thai digits as 0–9, no marks of emphasis, single spaces. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[๐-๙]/gu, (digit) => String(digit.charCodeAt(0) - 0x0e50))
    .replace(/[*_`]/gu, '')
    .replace(/\s+/gu, ' ')
}

/** Whether `text` holds `wanted`, of which no number or Latin word may go on at either end: "5 Aug" isn't in "15 August". */
export function holds(text: string, wanted: string): boolean {
  const inside = fold(text)
  const piece = fold(wanted).trim()
  if (piece === '') return false
  for (let at = inside.indexOf(piece); at !== -1; at = inside.indexOf(piece, at + 1)) {
    const end = at + piece.length
    if (!goesOn(piece[0], inside[at - 1]) && !goesOn(piece.at(-1), inside[end])) return true
  }
  return false
}

function goesOn(edge = '', neighbour = ''): boolean {
  if (/\d/u.test(edge)) return /\d/u.test(neighbour)
  if (/[a-z]/u.test(edge)) return /[a-z\d]/u.test(neighbour)
  return false
}
