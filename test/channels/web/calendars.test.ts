import { expect, test } from 'vitest'
import { formatCalendars, readIsoDate } from '../../../src/channels/web/calendars.ts'

test.each([
  ['th', '2 สิงหาคม 2565', '2 สิงหาคม ค.ศ. 2022 · 2 สิงหาคม ปีเรวะที่ 4'],
  ['en', '2 August 2022', '2 August B.E. 2565 · 2 August Reiwa 4'],
  ['ja', '2022年8月2日', '令和4年8月2日 · 仏暦2565年8月2日'],
] as const)('a date in three calendars, in %s', async (language, usual, others) => {
  expect(String(await formatCalendars('2022-08-02', language))).toBe(
    `<time datetime="2022-08-02">${usual}</time> <span class="calendars">${others}</span>`,
  )
})

test('what is no date stays as it is', async () => {
  expect(String(await formatCalendars('soon <b>', 'en'))).toBe('soon &lt;b&gt;')
  expect(readIsoDate('2022-13-40')).toBeUndefined()
})
