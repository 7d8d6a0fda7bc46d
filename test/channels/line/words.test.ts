import { expect, test } from 'vitest'
import { longestQuickReplyLabel } from '../../../src/channels/line/limits.ts'
import { cutGraphemes } from '../../../src/channels/line/measure.ts'
import { words } from '../../../src/channels/line/words.ts'
import { languageNames } from '../../../src/conversation/answer-words.ts'
import type { Language } from '../../../src/vocabulary.ts'

test.each(Object.keys(words) as Language[])(
  'labels of buttons in %s fit quick replies, and so any button',
  (language) => {
    const { readInDocument, showPassage, originalWording } = words[language]
    for (const label of [readInDocument, showPassage, originalWording, languageNames[language]]) {
      expect(cutGraphemes(label, longestQuickReplyLabel)).toBe(label)
      expect(label.trim()).not.toBe('')
    }
  },
)
