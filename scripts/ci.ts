import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { describeError } from '../src/errors.ts'

const QUESTION = 'MoC ฉบับใหม่ลงนามเมื่อไหร่'
const DATE = '5 สิงหาคม 2565'

const START_MILLISECONDS = 120_000
const STOP_MILLISECONDS = 20_000
const REPLY_MILLISECONDS = 10_000

const testReport = z.object({ numPassedTests: z.int(), numFailedTests: z.int() })
const apiAnswer = z.object({
  statements: z.array(z.object({ text: z.string(), citations: z.array(z.int()).min(1) })),
})

type Tally = ReturnType<typeof createTally>

function createTally() {
  const count = { passed: 0, failed: 0 }
  return {
    count,
    async check(name: string, passes: () => Promise<void>): Promise<boolean> {
      const problem = await passes().then(() => undefined, describeError)
      count[problem === undefined ? 'passed' : 'failed']++
      process.stdout.write(problem === undefined ? `✓ ${name}\n` : `✗ ${name}: ${problem}\n`)
      return problem === undefined
    },
  }
}

async function runTests(folder: string, { count, check }: Tally): Promise<void> {
  const file = join(folder, 'tests.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const npm = spawn('npm', ['test', '--', ...reporters], { stdio: ['ignore', 'inherit', 'inherit'] })
  const [code] = await once(npm, 'exit')
  const report = await readFile(file, 'utf8').catch(() => undefined)
  if (report !== undefined) {
    const { numPassedTests, numFailedTests } = testReport.parse(JSON.parse(report))
    count.passed += numPassedTests
    count.failed += numFailedTests
    if (numFailedTests > 0) return
  }
  await check('npm test: types, lint and every test file', async () => expect(code === 0, `exit code ${code}`))
}

async function startAndAsk(folder: string, { check }: Tally): Promise<void> {
  // A group of its own, to be signalled as a terminal does: npm's shell doesn't hand signals on.
  const command = ['PORT=0', `DATA_DIR=${join(folder, 'data')}`, 'npm', 'start']
  const app = spawn('env', command, { detached: true, stdio: ['ignore', 'pipe', 'inherit'] })
  const closed = once(app, 'close')
  let url = ''
  const serves = await check('npm start serves', async () => {
    url = await within(START_MILLISECONDS, printedAddress(app))
  })
  if (serves) {
    await check('GET /healthz', async () => void (await get(`${url}/healthz`)))
    await check('GET /readyz', async () => void (await get(`${url}/readyz`)))
    await check('GET /?question=… answers on the page', async () => {
      const page = await get(`${url}/?question=${encodeURIComponent(QUESTION)}`)
      expect(page.includes(DATE), `${DATE} is not on the page`)
    })
    await check('POST /api/ask answers in cited statements', async () => {
      const { statements } = apiAnswer.parse(JSON.parse(await get(`${url}/api/ask`, { question: QUESTION })))
      expect(
        statements.some(({ text }) => text.includes(DATE)),
        `${DATE} is in no statement`,
      )
    })
    await check('SIGTERM stops it', async () => {
      signalGroup(app, 'SIGTERM')
      await within(STOP_MILLISECONDS, closed)
    })
  }
  signalGroup(app, 'SIGKILL')
}

async function printedAddress(app: ChildProcess): Promise<string> {
  const found = Promise.withResolvers<string>()
  let printed = ''
  app.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    process.stdout.write(chunk)
    printed += chunk
    const url = /Accord answers at (http:\S+)\n/u.exec(printed)?.[1]
    if (url !== undefined) found.resolve(url)
  })
  app.once('close', (code) => found.reject(new Error(`it ended with exit code ${code}`)))
  return found.promise
}

async function get(url: string, body?: unknown): Promise<string> {
  const request = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
  const response = await fetch(url, { ...request, signal: AbortSignal.timeout(REPLY_MILLISECONDS) })
  expect(response.ok, `status ${response.status}`)
  return response.text()
}

function within<Value>(milliseconds: number, promise: Promise<Value>): Promise<Value> {
  const overdue = setTimeout(milliseconds, undefined, { ref: false }).then((): never => {
    throw new Error(`not within ${milliseconds / 1000} s`)
  })
  return Promise.race([promise, overdue])
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

function expect(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise)
}

const folder = await mkdtemp(join(tmpdir(), 'accord-ci-'))
const tally = createTally()
await runTests(folder, tally)
await startAndAsk(folder, tally)
await rm(folder, { recursive: true, force: true })
const { passed, failed } = tally.count
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1
