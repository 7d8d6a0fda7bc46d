/** A JSON object that is being written. */
export interface GrowingObject {
  /** Takes what was added, from its opening brace on; the object as far as it's written when that's worth a look, else undefined. */
  push(text: string): object | undefined
  /** The whole object; undefined while it isn't, or when it isn't JSON. */
  readonly whole: object | undefined
  /** True once its last brace is written, whatever is between. */
  readonly closed: boolean
}

/** Characters by which it has grown when it's looked at though nothing in it was closed. */
const GROWTH = 200
/** All looks together read at most so many times its length: endless text costs no more than it is long. */
const LOOKS = 40
/** No schema of ours is as deep, and parsers recurse. */
const MAX_DEPTH = 32

/** `parsePartial` is LangChain's parsePartialJson: null for what can't become JSON. */
export function createGrowingObject(parsePartial: (text: string) => unknown): GrowingObject {
  const brackets = createBracketCounter()
  let json = ''
  let whole: object | undefined
  let closed = false
  let partClosed = false
  let lookedAt = 0
  let read = 0

  const look = () => {
    partClosed = false
    lookedAt = json.length
    read += json.length
    return objectIn(() => parsePartial(json))
  }
  return {
    get whole() {
      return whole
    },
    get closed() {
      return closed
    },
    push(text) {
      if (closed) return undefined
      const { end, closedSome, deepest } = brackets.count(text)
      closed = end !== undefined || deepest > MAX_DEPTH
      partClosed ||= closedSome
      json += text.slice(0, end)
      if (deepest > MAX_DEPTH) return undefined
      if (closed) {
        whole = objectIn(() => JSON.parse(json)) ?? look()
        return whole
      }
      const isWorthIt = partClosed || json.length - lookedAt >= GROWTH
      return isWorthIt && read + json.length <= LOOKS * json.length ? look() : undefined
    },
  }
}

/** Follows how deep a text is in brackets, outside of its strings. */
function createBracketCounter() {
  let depth = 0
  let inString = false
  let escaped = false
  return {
    count(text: string): { end: number | undefined; closedSome: boolean; deepest: number } {
      let closedSome = false
      let deepest = depth
      for (let at = 0; at < text.length; at++) {
        const char = text[at]
        if (escaped) escaped = false
        else if (inString && char === '\\') escaped = true
        else if (char === '"') inString = !inString
        else if (inString) continue
        else if (char === '{' || char === '[') deepest = Math.max(deepest, ++depth)
        else if (char === '}' || char === ']') {
          closedSome = true
          if (--depth === 0) return { end: at + 1, closedSome, deepest }
        }
      }
      return { end: undefined, closedSome, deepest }
    },
  }
}

/** What a parser makes of a text, when that is an object. */
export function objectIn(parse: () => unknown): object | undefined {
  try {
    const value = parse()
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}
