import { describe, expect, it } from 'vitest'
import { customId, parseCustomId } from '../../../src/channels/discord/custom-id.ts'

describe('a custom id', () => {
  it('says what is asked for, and of which answer', () => {
    expect(customId('follow-up', 'A7F3K2')).toBe('v1:follow-up:A7F3K2')
    expect(parseCustomId('v1:follow-up:A7F3K2')).toEqual({ action: 'follow-up', id: 'A7F3K2' })
    expect(parseCustomId(customId('ja', 'A1B2-C3'))).toEqual({ action: 'ja', id: 'A1B2-C3' })
  })

  it('of another version, or made by nobody, is none', () => {
    const others = [
      '',
      'v0:share:A1',
      'v2:share:A1',
      'v1:unknown:A1',
      'v1:share:',
      'v1:share:a b',
      'v1:share:A1:x',
      `v1:up:${'A'.repeat(65)}`,
    ]
    for (const other of others) expect(parseCustomId(other), other).toBeUndefined()
  })
})
