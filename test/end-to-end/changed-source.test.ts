import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { currentVersion } from '../../src/search-index/snapshot.ts'
import { copyKnowledge } from '../support/knowledge-folder.ts'
import { runNode, startAccord } from '../support/run-node.ts'
import { answerSchema } from './answer-schema.ts'

it('a link that was given with an answer shows what it quoted, and what has become of it since', async () => {
  using knowledge = copyKnowledge()
  const home = mkdtempSync(join(tmpdir(), 'accord-changed-'))
  const settings = { cwd: home, env: { KNOWLEDGE_DIR: knowledge.path, DATA_DIR: join(home, 'data') } }
  await using accord = await startAccord(settings)
  const question = 'When was the new memorandum signed?'
  const asked = await fetch(`${accord.url}/api/ask`, { method: 'POST', body: JSON.stringify({ question }) })
  const { sources, indexVersion } = answerSchema.parse(await asked.json())
  const { documentId, start, end, quote } = sources[0]!
  expect(quote).toBe('The new memorandum was signed on 5 August 2022.')
  const link = `${accord.url}/sources/${documentId}?lang=en&start=${start}&end=${end}&v=${indexVersion}`
  expect(await (await fetch(link)).text()).toContain(`<mark id="quote" tabindex="-1">${quote}</mark>`)

  knowledge.edit('clauses.en.md', quote, 'On 5 August 2022 the new memorandum was signed.')
  knowledge.edit('clauses.en.md', '## ', '## The agreement: ')
  expect(await runNode('scripts/ingest.ts', [], settings)).toMatchObject({ code: 0 })
  await untilUsed(accord.url, currentVersion(join(home, 'data'))!)

  const changed = await (await fetch(link)).text()
  expect(changed).toContain('This document has changed since it was quoted')
  expect(changed).toContain(`<mark>${quote}</mark>`)
  expect(changed).toContain('<a href="#present">On 5 August 2022 the new memorandum was signed.</a>')
  const then = await (await fetch(`${link}&as=then`)).text()
  expect(then).toContain(`<mark id="quote" tabindex="-1">${quote}</mark>`)
  rmSync(home, { recursive: true })
})

/** A running Accord takes up a new index within seconds. */
async function untilUsed(url: string, version: string): Promise<void> {
  while (!(await (await fetch(`${url}/sources`)).text()).includes(version)) {
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
