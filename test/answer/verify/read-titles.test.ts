import { describe, expect, it } from 'vitest'
import { isTitleOf, type Title } from '../../../src/answer/verify/read-titles.ts'
import { realAnalyst } from '../../support/real-analyst.ts'

const { analyse } = realAnalyst()
const titlesIn = (text: string) => [...new Set(analyse(text).titles.map(({ id, rank }) => `${id}: ${rank}`))]

describe('a title is read', () => {
  it.each([
    ['before the name', 'Minister Kaneko signed.', ['kaneko: minister']],
    ['before the name, in Thai', 'รัฐมนตรีชัยวุฒิลงนาม', ['chaiwut: minister']],
    ['before the name, with its ministry', 'รัฐมนตรีว่าการกระทรวงฯ ชัยวุฒิ', ['chaiwut: minister']],
    ['behind the name, in Japanese', '金子大臣が署名しました。', ['kaneko: minister']],
    ['behind the name, with its portfolio', '高市総務大臣が訪問しました。', ['takaichi: minister']],
    ['of a vice-minister', 'Vice-Minister Yoshida exchanged it.', ['yoshida: vice-minister']],
    ['of a vice minister without a hyphen', 'vice minister Yoshida', ['yoshida: vice-minister']],
    ['of a vice-minister, with what for', 'vice-minister for policy coordination Yoshida', ['yoshida: vice-minister']],
    ['of a vice-minister behind the name', 'Yoshida, the vice-minister, came.', ['yoshida: vice-minister']],
    ['of a deputy minister', 'deputy minister Yoshida', ['yoshida: vice-minister']],
    ['of a vice-minister, in Thai', 'รองปลัดกระทรวงโยชิดะ', ['yoshida: vice-minister']],
    ['of a vice-minister behind a Thai name', 'นายโยชิดะ (Yoshida) รองปลัดกระทรวง', ['yoshida: vice-minister']],
    ['of a vice-minister, in Japanese', '金子総務審議官', ['kaneko: vice-minister']],
    ['of a spokesperson', 'spokesperson Traisuree', ['traisuree: spokesperson']],
    ['of a spokesperson, in Thai', 'โฆษกไตรศุลี', ['traisuree: spokesperson']],
    ['of a spokesperson, in Japanese', 'トライスリー副報道官', ['traisuree: spokesperson']],
    ['of each of two', 'Minister Kaneko and Vice-Minister Yoshida', ['kaneko: minister', 'yoshida: vice-minister']],
    ['of a name in two scripts', 'รัฐมนตรีคาเนโกะ (Kaneko)', ['kaneko: minister']],
  ])('%s', (_, text, titles) => expect(titlesIn(text)).toEqual(titles))

  it('with what it is minister of, as Japanese writes it', () => {
    expect(analyse('高市総務大臣').titles).toEqual([{ id: 'takaichi', rank: 'minister', portfolio: '総務大臣' }])
    expect(analyse('Minister Takaichi').titles).toEqual([{ id: 'takaichi', rank: 'minister', portfolio: undefined }])
  })
})

describe('no title is read', () => {
  it.each([
    ['of a name alone', 'Kaneko signed it.'],
    ['of a name alone, in Thai', 'คาเนโกะลงนาม'],
    ['of a name alone, in Japanese', '金子氏が署名しました。'],
    ['of a minister who is someone else', 'The minister met Kaneko.'],
    ['of a ministry', 'กระทรวงของคาเนโกะ'],
    ['of an organisation', 'The minister of MIC signed.'],
    ['of nobody', 'A vice-minister came.'],
  ])('%s', (_, text) => expect(titlesIn(text)).toEqual([]))
})

describe('a title is that of a person', () => {
  const title = (rank: Title['rank'], portfolio?: string): Title => ({ id: 'x', rank, portfolio })

  it.each<[string, Title, Title[]]>([
    ['of the same rank', title('minister'), [title('minister')]],
    ['of one of his ranks', title('vice-minister'), [title('minister'), title('vice-minister')]],
    ['of the same portfolio', title('minister', '総務大臣'), [title('minister', '総務大臣')]],
    ['of a portfolio that is said in part', title('minister', '大臣'), [title('minister', '総務大臣')]],
    ['of a portfolio that is said in full', title('minister', '総務大臣'), [title('minister', '大臣')]],
    ['where only one side names a portfolio', title('minister', '総務大臣'), [title('minister')]],
  ])('%s', (_, said, known) => expect(isTitleOf(said, known)).toBe(true))

  it.each<[string, Title, Title[]]>([
    ['of another rank', title('minister'), [title('vice-minister')]],
    ['of a lower rank', title('vice-minister'), [title('minister')]],
    ['of another portfolio', title('minister', '外務大臣'), [title('minister', '総務大臣')]],
    ['when none is known', title('minister'), []],
  ])('but not %s', (_, said, known) => expect(isTitleOf(said, known)).toBe(false))
})
