import { join } from 'node:path'
import { AccordError } from '../src/errors.ts'
import { answerHostileTexts, dropConnections, firstAnswers, renderAnswers } from '../test/support/bench-discord.ts'
import { killDiscord } from '../test/support/kill-discord.ts'
import { checkChoice, flag, helpFlag, readArguments, runScript } from './run-script.ts'

const KNOWLEDGE = join(import.meta.dirname, '../knowledge')

const help = `Tries the Discord channel, with the real client, against a Discord of its own on this machine: how soon first answers come
while the model hangs, what is lost when the gateway drops and when the process is killed, and what is sent of answers made at random.

  npm run bench:discord

Options
  --only NAME   first-answers, drops, kills, rendering or hostile
  --kills N     50 unless told
  --drops N     100 unless told
  --json        the figures as JSON
  --help        this text
`

async function main(): Promise<void> {
  const values = parseArguments()
  if (values.help) return void process.stdout.write(help)
  const [kills, drops] = [Number(values.kills), Number(values.drops)]
  for (const number of [kills, drops])
    if (!Number.isSafeInteger(number) || number < 1)
      throw new AccordError('--kills and --drops are numbers: see --help')
  checkChoice('--only', values.only, ['first-answers', 'drops', 'kills', 'rendering', 'hostile'])
  const isWanted = (name: string) => values.only === undefined || values.only === name
  const figures = {
    ...(isWanted('first-answers') && { firstAnswers: await firstAnswers({ rounds: 20, atOnce: 50 }) }),
    ...(isWanted('drops') && { drops: await dropConnections({ drops }) }),
    ...(isWanted('kills') && { kills: await killDiscord({ kills, knowledgeDir: KNOWLEDGE }) }),
    ...(isWanted('rendering') && { rendering: renderAnswers(2000) }),
    ...(isWanted('hostile') && { hostile: await answerHostileTexts(500) }),
  }
  if (values.json) return void process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`)
  const lines = Object.entries(figures).map(
    ([name, figure]) =>
      `${name.padEnd(14)}${Object.entries(figure)
        .map(([key, value]) => `${key} ${value}`)
        .join(', ')}`,
  )
  process.stdout.write(`${lines.join('\n')}\n`)
}

function parseArguments() {
  const number = (value: string) => ({ type: 'string', default: value }) as const
  return readArguments({
    options: {
      only: { type: 'string' },
      kills: number('50'),
      drops: number('100'),
      json: flag,
      help: helpFlag,
    },
  }).values
}

await runScript(main)
