import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const LOG = join(import.meta.dirname, '../../src/observability/log.ts')

/** Runs statements on a `log` of this level in a Node of their own. */
function run(level: string, statements: string) {
  const script = `import { createLog } from '${LOG}'; const log = createLog('${level}'); ${statements}`
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
  })
  const lines = stderr.split('\n').filter((line) => line !== '')
  return { status, stdout, entries: lines.map((line) => JSON.parse(line) as Record<string, unknown>) }
}

describe('the log', () => {
  it('is a line of JSON an entry, on standard error alone', () => {
    const { stdout, entries } = run('info', `log.info({ version: 'v1' }, 'A new index\\nis in use'); log.warn('ต่อไป')`)
    expect(entries).toEqual([
      { level: 30, time: expect.any(String), version: 'v1', msg: 'A new index\nis in use' },
      { level: 40, time: expect.any(String), msg: 'ต่อไป' },
    ])
    expect(stdout).toBe('')
  })

  it('tells the time as ISO has it, and neither the machine nor the process', () => {
    const [entry] = run('info', `log.info('ready')`).entries
    expect(entry?.time).toBe(new Date(entry?.time as string).toISOString())
    expect(Object.keys(entry ?? {}).toSorted()).toEqual(['level', 'msg', 'time'])
  })

  it.each([
    ['debug', ['debug', 'info', 'warn', 'error']],
    ['info', ['info', 'warn', 'error']],
    ['error', ['error']],
    ['silent', []],
  ])('of level %s has what is as grave', (level, messages) => {
    const { entries } = run(level, ['debug', 'info', 'warn', 'error'].map((name) => `log.${name}('${name}')`).join(';'))
    expect(entries.map(({ msg }) => msg)).toEqual(messages)
  })

  it('loses nothing when the process ends', () => {
    const ends = `for (let i = 0; i < 5000; i++) log.info({ i }, 'entry'); process.exit(3)`
    const { status, entries } = run('info', ends)
    expect(status).toBe(3)
    expect(entries.map(({ i }) => i)).toEqual(Array.from({ length: 5000 }, (_, i) => i))
  })

  it('has the message and the stack of an error', () => {
    const [entry] = run('info', `log.error({ err: new Error('The index is gone') }, 'Refused')`).entries
    expect(entry).toMatchObject({
      level: 50,
      err: { type: 'Error', message: 'The index is gone', stack: expect.any(String) },
    })
  })
})
