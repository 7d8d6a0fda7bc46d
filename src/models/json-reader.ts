import { createGrowingObject, objectIn } from './growing-object.ts'

/** Finds the one JSON object in a text that a model is writing. */
export interface JsonReader {
  /** Takes what was added; the object as far as it's written when that's worth a look, else undefined. */
  push(text: string): object | undefined
  /** True once the object has begun, so that what it is isn't open any more. */
  readonly begun: boolean
  /** True once nothing more can change the object. */
  readonly whole: boolean
  /** With nothing more to come: the object, or undefined when there's none or it was cut off. */
  end(): object | undefined
}

/** An object that a text begins with, maybe in a code fence, is read while it's written. */
const OPENING = /^(?:```[a-z]{0,10}\s{0,40})?(?=\{)/iu
const MAY_OPEN = /^(?:`{0,2}|```[a-z]{0,10}\s{0,40})$/iu
const FENCED = /```[a-z]{0,10}([\s\S]*?)```/giu
/** Where thinking aloud ends; where it began is often in the prompt, and not in the text. */
const THINKING_END = /<\/think(?:ing)?>/iu
const THINKING_ENDLESS = /<think(?:ing)?>[\s\S]*$/iu
const LONGEST_END = '</thinking>'.length

/**
 * Skips what stands around the object: thinking, code fences, prose. After prose it's read when all is there: until then it may
 * as well be thinking. (Thinking whose start isn't told, and that begins with an object, is taken for the value.)
 * `parsePartial` is LangChain's parsePartialJson.
 */
export function createJsonReader(parsePartial: (text: string) => unknown): JsonReader {
  const object = createGrowingObject(parsePartial)
  let begun = false
  /** What was written since thinking ended, in pieces: to join them each time would cost their length each time. */
  let before: string[] = []
  let tail = ''
  let mayOpen = true

  return {
    get begun() {
      return begun
    },
    get whole() {
      return object.whole !== undefined
    },
    push(text) {
      if (begun) return object.push(text)
      before.push(text)
      const parts = (tail + text).split(THINKING_END)
      const recent = parts.at(-1)!
      tail = recent.slice(-LONGEST_END)
      if (parts.length > 1) {
        before = [recent]
        mayOpen = true
      }
      if (!mayOpen) return undefined
      const start = before.join('').trimStart()
      const opening = OPENING.exec(start)
      begun = opening !== null
      mayOpen = MAY_OPEN.test(start)
      before = [start]
      return opening === null ? undefined : object.push(start.slice(opening[0].length))
    },
    end() {
      return begun ? object.whole : inProse(before.join('').replace(THINKING_ENDLESS, ''))
    },
  }
}

/** The object in a code fence, or else from the first brace to the last. */
function inProse(text: string): object | undefined {
  for (const [, fenced = ''] of text.matchAll(FENCED)) {
    const object = objectIn(() => JSON.parse(fenced))
    if (object !== undefined) return object
  }
  return objectIn(() => JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)))
}
