import fc from 'fast-check'

const FRAGMENTS = (
  '@everyone @here @Everyone @\u200beveryone @\u2060here \\@everyone <@123> <@!123> <@&123> <\u200b@123> \\<@123> <@everyone> a@everyone x@here.example.org ' +
  '<#123> <:name:123> <a:name:123> <t:1618953630:R> </ask:123> <id:customize> :smile: :flag-th: ' +
  '** * __ _ ~~ || | ``` ` > >>> # ## ### -# - + 1. 2) [text](https://evil.example) [1] ]( ![x](y) \\ \\\\ < > ' +
  'https://example.org/a_b_c?d=*e* https://example.org/@everyone https://<@123> http://a.example/(x) discord.gg/x javascript:alert(1) ' +
  'someone@example.org \u202e \u2066 \u0000 \u0007 \ufeff \u200d \ud800 \udc00 😀 👩‍👩‍👧‍👦 🇹🇭 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ก็ ที่ ทั้ง กำ นํ้า 覚書 か゛ 神\ue0100 ﷽ ' +
  'ลงนาม บันทึกความร่วมมือ กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม 協力覚書 総務省 情報通信 the memorandum 5 สิงหาคม 2565 2022年8月5日 \\u0040everyone &#64;everyone'
).split(' ')

/** What a text may be made of at its worst: Thai, Japanese, emoji, mentions, markdown, controls, half characters. */
export const hostileText = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...FRAGMENTS, ' ', '\n', '\r\n', '') },
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    {
      minLength: 1,
      maxLength: 24,
    },
  )
  .map((parts) => parts.join(''))

/** The same, now and then as long as a book's chapter. */
export const longText = fc
  .tuple(
    hostileText,
    fc.oneof(
      { weight: 24, arbitrary: fc.constant(1) },
      { weight: 2, arbitrary: fc.integer({ min: 5, max: 40 }) },
      { weight: 1, arbitrary: fc.integer({ min: 100, max: 300 }) },
    ),
  )
  .map(([text, times]) => text.repeat(times))
