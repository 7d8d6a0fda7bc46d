import type { DraftQuote } from '../../answer/draft.ts'
import type { Passage } from '../../vocabulary.ts'
import type { Base } from './bases.ts'
import type { Change, Mutator, PerLanguage } from './mutation.ts'
import { embed } from './rewrite.ts'
import { shuffle } from './shuffle.ts'

/** The sources name no articles. */
const TEMPLATES: PerLanguage<string> = {
  en: [
    'Article 5 of the MoC: {}',
    '{} (Article 12).',
    'Under clause 3.2: {}',
    '{}, as section 4 says.',
    '{}, according to Annex 2.',
    'Paragraph 7: {}',
  ],
  th: [
    'ข้อ 5 ของบันทึกความร่วมมือ: {}',
    '{} (ข้อ 12)',
    'ตามมาตรา 3 {}',
    '{} ตามที่ระบุไว้ในหมวด 4',
    '{} ตามภาคผนวก 2',
    'วรรคเจ็ด {}',
  ],
  ja: [
    '第5条:{}',
    '{}(第12条)',
    '第3条第2項によれば、{}',
    '{}これは第四章にあります。',
    '{}附属書2を参照。',
    '第七項:{}',
  ],
}

/** A source that isn't there, or wasn't found for this question, or an article that nobody named. */
export const clauseId: Mutator = (base, passages) => {
  const own = base.quotes.map(({ passageId }) => passageId)
  const others = shuffle(passages, base.name).flatMap(({ id, clause }) =>
    own.includes(id) || isClauseOf(base, clause) ? [] : id,
  )
  const renamed = inventedIds(base).map((id): Change => ({ quotes: rename(base.quotes, id), evidence: own }))
  const notFound: Change[] = [others.slice(0, 3), others.slice(3, 4)].map((evidence) => ({ evidence }))
  const articles = embed(base, TEMPLATES).map((text): Change => ({ text, evidence: own }))
  return [0, 1, 2, 3, 4, 5].flatMap((at) => [renamed, articles, notFound].flatMap((changes) => changes[at] ?? []))
}

function isClauseOf({ name }: Base, clause: Passage['clause']): boolean {
  return clause !== undefined && name.startsWith(`${clause}.`)
}

function inventedIds({ name, language }: Base): string[] {
  const clause = name.slice(0, name.lastIndexOf('.'))
  const document = `clauses-${language}`
  const ids = [
    `${document}#scope-space`,
    'facts#99',
    `clauses-fr#${clause}`,
    'cabinet-release-2022-08-02#p99',
    `${document}#article-5`,
    clause,
  ]
  return shuffle(ids, name)
}

function rename(quotes: readonly DraftQuote[], passageId: string): DraftQuote[] {
  return quotes.map((quote, index) => (index === 0 ? { ...quote, passageId } : quote))
}
