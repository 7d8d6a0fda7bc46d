import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AccordError } from '../src/errors.ts'
import { forgeSignatures, fuzzBodies } from '../test/support/attack-webhook.ts'
import { burst } from '../test/support/bench-burst.ts'
import { benchWebhook } from '../test/support/bench-webhook.ts'
import { killAtRandom } from '../test/support/kill-line.ts'
import { startLinePlatform } from '../test/support/line-platform/line-platform.ts'
import { startAccord } from '../test/support/run-node.ts'
import { checkChoice, flag, helpFlag, readArguments, runScript } from './run-script.ts'

const KNOWLEDGE = join(import.meta.dirname, '../knowledge')

const help = `Tries the LINE channel against a LINE of its own, over HTTP, each in processes of their own:
the rate of the webhook against a bare node:http server in turn, 500 people who ask at once while the model hangs, forged
signatures, fuzzed bodies, and kills.

  npm run bench:line

Options
  --only NAME   webhook, burst, signatures, fuzz or kills
  --kills N     how many kills; 200 unless told
  --json        the figures as JSON
  --help        this text
`

async function main(): Promise<void> {
  const values = parseArguments()
  if (values.help) return void process.stdout.write(help)
  const kills = Number(values.kills)
  if (!Number.isSafeInteger(kills) || kills < 1)
    throw new AccordError(`--kills ${values.kills} is no number: see --help`)
  checkChoice('--only', values.only, ['webhook', 'burst', 'signatures', 'fuzz', 'kills'])
  const isWanted = (name: string) => values.only === undefined || values.only === name
  const figures = {
    ...(isWanted('webhook') && {
      webhook: await benchWebhook({ knowledgeDir: KNOWLEDGE, rounds: 5, connections: 50, milliseconds: 5_000 }),
    }),
    ...(isWanted('burst') && {
      burst: await inFolder((home) => burst({ home, knowledgeDir: KNOWLEDGE, people: 500 })),
    }),
    ...((isWanted('signatures') || isWanted('fuzz')) && (await attack(isWanted))),
    ...(isWanted('kills') && { kills: await kill(kills) }),
  }
  if (values.json) return void process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`)
  process.stdout.write(`${render(figures).join('\n')}\n`)
}

interface Figures {
  webhook?: Awaited<ReturnType<typeof benchWebhook>>
  burst?: Awaited<ReturnType<typeof burst>>
  signatures?: Awaited<ReturnType<typeof forgeSignatures>>
  fuzz?: Awaited<ReturnType<typeof fuzzBodies>>
  kills?: Awaited<ReturnType<typeof killAtRandom>>
}

function render({ webhook, burst, signatures, fuzz, kills }: Figures): string[] {
  const number = (value: number) => value.toLocaleString('en', { maximumFractionDigits: 2 })
  const load = (name: string, { perSecond, p50, p99 }: { perSecond: number; p50: number; p99: number }) =>
    `webhook     ${name.padEnd(8)} ${number(perSecond)} a second, p50 ${number(p50)} ms, p99 ${number(p99)} ms`
  return [
    ...(webhook
      ? [
          load('bare', webhook.bare),
          load('Accord', webhook.accord),
          `webhook     ratio    rate ${number(webhook.rate)}, p99 ${number(webhook.p99)}`,
        ]
      : []),
    ...(burst
      ? [
          `burst       ${burst.people} at once while the model hangs: the last accepted after ${number(burst.slowest)} ms, ${burst.unanswered} unanswered`,
        ]
      : []),
    ...(signatures ? [`signatures  ${number(signatures.tried)} forged, ${signatures.accepted} accepted`] : []),
    ...(fuzz ? [`fuzz        ${number(fuzz.tried)} bodies, ${fuzz.broken} answered with 5xx or not at all`] : []),
    ...(kills
      ? [
          `kills       ${kills.kills}, ${number(kills.accepted)} questions: ${kills.lost} lost, ${kills.doubled} doubled`,
        ]
      : []),
  ]
}

async function attack(isWanted: (name: string) => boolean): Promise<Figures> {
  return inFolder(async (home) => {
    await using line = await startLinePlatform()
    await using accord = await startAccord({
      cwd: home,
      env: {
        KNOWLEDGE_DIR: KNOWLEDGE,
        DATA_DIR: join(home, 'data'),
        LOG_LEVEL: 'error',
        LINE_CHANNEL_SECRET: line.channelSecret,
        LINE_CHANNEL_ACCESS_TOKEN: line.accessToken,
        LINE_API_BASE_URL: line.apiURL,
      },
    })
    const options = { line, url: `${accord.url}/line/webhook`, random: Math.random }
    return {
      ...(isWanted('signatures') && { signatures: await forgeSignatures({ ...options, count: 10_000 }) }),
      ...(isWanted('fuzz') && { fuzz: await fuzzBodies({ ...options, count: 2_000 }) }),
    }
  })
}

function kill(kills: number) {
  const onKill = (count: number) => process.stderr.write(`\r${count} of ${kills} kills${count === kills ? '\n' : ''}`)
  return inFolder((home) =>
    killAtRandom({ home, knowledgeDir: KNOWLEDGE, kills, questions: 20, random: Math.random, onKill }),
  )
}

async function inFolder<Result>(work: (home: string) => Promise<Result>): Promise<Result> {
  const home = mkdtempSync(join(tmpdir(), 'accord-bench-line-'))
  try {
    return await work(home)
  } finally {
    rmSync(home, { recursive: true })
  }
}

function parseArguments() {
  return readArguments({
    options: {
      only: { type: 'string' },
      kills: { type: 'string', default: '200' },
      json: flag,
      help: helpFlag,
    },
  }).values
}

await runScript(main)
