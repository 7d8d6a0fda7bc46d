import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detectLanguage, isLanguageNeutral, requestedLanguage } from '../../src/text/language.ts'
import type { Language } from '../../src/vocabulary.ts'
import { readRealKnowledge } from '../support/real-knowledge.ts'

const { sentences, vocabulary } = readRealKnowledge()
const LANGUAGES = ['th', 'en', 'ja'] as const

describe('the language of a question', () => {
  it.each<[Language, string]>([
    ['th', 'ฉบับใหม่ลงนามวันไหน'],
    ['th', 'ครม.'],
    ['th', '5G คืออะไร'],
    ['th', 'MoC ระหว่าง MDES กับ MIC ลงนามวันไหน'],
    ['th', 'Open RAN ใน MoC คืออะไร'],
    ['th', 'Who is ชัยวุฒิ'],
    ['th', '総務省 คือกระทรวงอะไรของญี่ปุ่น'],
    ['en', 'When was it signed?'],
    ['th', '5G?'],
    ['th', 'MDES / MIC'],
    ['th', 'AI'],
    ['en', 'WHAT ABOUT AI?'],
    ['en', 'WHO SIGNED IT'],
    ['en', 'ai in the agreement'],
    ['en', 'is it mdes'],
    ['en', 'Is DES the ministry?'],
    ['en', 'Does MIC run MIT?'],
    ['en', 'naïve question about the résumé of the café'],
    ['en', 'Did Kaneko (金子) sign the memorandum of cooperation?'],
    ['ja', 'いつ署名されましたか'],
    ['ja', '署名日'],
    ['ja', 'タイ'],
    ['ja', '総務省'],
    ['ja', 'MDESとMICのMoC'],
    ['ja', 'Kaneko大臣は誰'],
    ['ja', 'ﾀｲﾉｶｸｷﾞ'],
    ['ja', '５Ｇ'],
    ['ja', 'ＭＯＣ'],
    ['ja', 'กระทรวงは日本語で何と言いますか'],
  ])('is %s: %s', (language, question) => expect(detectLanguage(question)).toEqual({ language, known: true }))

  it.each([
    ['simplified Chinese', '备忘录什么时候签署'],
    ['traditional Chinese', '兩國何時簽署備忘錄'],
    ['Korean', '양해각서는 언제 체결되었습니까'],
    ['Russian', 'Когда был подписан меморандум?'],
    ['Arabic', 'متى تم التوقيع'],
    ['Lao', 'ເຊັນເມື່ອໃດ'],
    ['Khmer', 'ចុះហត្ថលេខានៅពេលណា'],
    ['Hindi', 'समझौता कब हुआ'],
    ['French', 'Quand a été signé le mémorandum ?'],
    ['German', 'Wann wurde das Memorandum unterzeichnet?'],
    ['Spanish', '¿Cuándo se firmó el memorando?'],
    ['Portuguese', 'Quando foi assinado o memorando?'],
    ['Indonesian', 'Kapan nota kesepahaman ditandatangani?'],
    ['Vietnamese', 'Biên bản ghi nhớ được ký khi nào?'],
  ])('of one in %s is answered in English and known to be neither', (_, question) => {
    expect(detectLanguage(question)).toEqual({ language: 'en', known: false })
  })

  it('is told for every example question and every sentence of the clauses', () => {
    for (const language of LANGUAGES) {
      const questions = vocabulary.questions.flatMap((entry) => entry[language])
      const texts = sentences.flatMap(({ passage, text }) => (passage.language === language ? [text] : []))
      for (const text of [...questions, ...texts])
        expect([text, detectLanguage(text)]).toEqual([text, { language, known: true }])
    }
  })

  it('is one that Accord speaks, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(LANGUAGES).toContain(detectLanguage(text).language)
      }),
    )
  })
})

describe('a question that says nothing of its language', () => {
  it.each(['5G?', 'MDES', '2022', '5/8/2022', 'IT', 'MIC & MDES …', '???', ''])('%s', (text) => {
    expect(isLanguageNeutral(text)).toBe(true)
  })
  it.each(['mdes', 'LIST ALL', '5จี', 'MIC とは', 'When?', '５Ｇ', '２０２２', 'ปี 2565', '総務省'])(
    'is not: %s',
    (text) => {
      expect(isLanguageNeutral(text)).toBe(false)
    },
  )
})

describe('the language that is asked for', () => {
  it.each<[Language, string]>([
    ['en', 'ลงนามวันไหน ตอบเป็นภาษาอังกฤษ'],
    ['en', 'ลงนามวันไหน ตอบภาษาอังกฤษหน่อยครับ'],
    ['en', 'แปลเป็นอังกฤษ'],
    ['en', 'แปลจากภาษาไทยเป็นภาษาอังกฤษให้หน่อย'],
    ['en', 'ขอคำตอบเป็นภาษาอังกฤษ'],
    ['en', 'ช่วยสรุปเป็นภาษาอังกฤษได้ไหม'],
    ['ja', 'เอาภาษาญี่ปุ่น'],
    ['ja', 'ตอบเป็นญี่ปุ่นหน่อย'],
    ['ja', 'วัตถุประสงค์คืออะไร ขอเป็นภาษาญี่ปุ่นค่ะ'],
    ['th', 'ช่วยตอบเป็นไทยหน่อย'],
    ['th', 'Answer in Thai: when was it signed?'],
    ['th', 'please reply to me in Thai when it was signed'],
    ['th', 'Tell me in Thai.'],
    ['th', 'Translate the objective into Thai'],
    ['th', 'Same in Thai please'],
    ['th', 'When was it signed? In Thai, please.'],
    ['ja', 'and now in Japanese'],
    ['ja', 'In Japanese, who are the parties?'],
    ['ja', 'explain the scope in Japanese'],
    ['en', 'English please'],
    ['en', '英語で教えてください'],
    ['en', '署名日を英語で'],
    ['en', '署名日は？英語で。'],
    ['en', '英語で返信してください'],
    ['en', '英語でお願いします'],
    ['ja', '日本語に訳して'],
    ['ja', '日本語で書いて'],
    ['th', 'タイ語で答えてください'],
  ])('is %s: %s', (language, question) => expect(requestedLanguage(question)).toBe(language))

  it.each([
    'When was it signed?',
    'Tell me about investment in Thailand by Japanese companies',
    'Explain investment in Japanese ICT companies',
    'Write what was signed in Thailand',
    'In Thailand, who approved it?',
    'In Japanese companies, what changes?',
    'Is there a version in Thai?',
    'Is the release published in English?',
    'Does MIC answer to Japanese voters?',
    'มีฉบับภาษาอังกฤษไหม',
    'ต้นฉบับเป็นภาษาอังกฤษใช่ไหม',
    'ข่าวของ MIC เป็นภาษาญี่ปุ่นหรือเปล่า',
    'ทำเป็นภาษาไทย ญี่ปุ่น หรืออังกฤษ',
    'ขอบเขตในฉบับภาษาญี่ปุ่นว่าอย่างไร',
    'ไทยขอญี่ปุ่นให้ช่วยอะไร',
    'ทำเป็นภาษาอะไร',
    '原文は英語ですか',
    '英語で書いてありますか',
    '英語で書いています',
    '日本語の発表はありますか',
    '日本ではどの省ですか',
  ])('is none: %s', (question) => expect(requestedLanguage(question)).toBeUndefined())

  it('is none in the example questions', () => {
    const questions = vocabulary.questions.flatMap(({ th, en, ja }) => [...th, ...en, ...ja])
    for (const question of questions) expect([question, requestedLanguage(question)]).toEqual([question, undefined])
  })
})
