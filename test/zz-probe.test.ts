import { it } from 'vitest'
import { writeFileSync, readFileSync } from 'node:fs'
import { realStages } from './support/real-index.ts'
it('probe', async () => {
  const s = await realStages()
  const out: string[] = []
  for (const line of readFileSync('/tmp/probe/q.txt','utf8').split('\n').filter(Boolean)) {
    const qs = line.split(' || ')
    const question = qs.at(-1)!
    const r = await s.retriever.retrieve({ question, history: qs.slice(0,-1) })
    out.push('Q ' + line + ' on=' + r.onTopic + ' lang=' + r.question.language)
    for (const f of r.findings) {
      const p = f.part
      out.push('   part terms=' + [...p.terms] + ' gaps=' + [...p.gaps] + ' mg=' + [...p.mentionedGaps] + ' asks=' + [...p.asks] + ' unk=' + p.unknown + ' d=' + p.dates.map(d => d.text))
      out.push('     ' + f.kind + (f.kind === 'gap' ? ':' + f.gap : '') + (f.kind === 'stated' && f.list ? ' LIST ' + f.list : '') + (f.kind === 'nothing' ? '' : ' ' + f.evidence.map(e => e.profile.passage.clause ?? e.profile.passage.id)))
    }
    const a = s.answerer.answer(question, r)
    out.push('   => ' + a.status + ' | ' + a.statements.map(x => x.text.slice(0,70)).join(' / ') + ' || ' + a.notes.map(n => n.kind + ':' + n.text.slice(0,60)).join(' / '))
  }
  writeFileSync('/tmp/probe/out.txt', out.join('\n'))
})
