import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { loadConfig } from '../src/config.ts'
import { AccordError } from '../src/errors.ts'
import { readKnowledge } from '../src/ingest/read-knowledge.ts'
import { benchKills } from './bench-ingest/kills.ts'
import { benchScale } from './bench-ingest/scale.ts'
import { benchSwaps } from './bench-ingest/swaps.ts'
import { flag, helpFlag, readArguments, runScript } from './run-script.ts'

const help = `Tries what ingestion promises: that no kill leaves a broken index, that no swap loses or mixes an answer, and how long
many passages take. Works in a folder of its own; the index in use isn't touched.

  npm run bench:ingest

Options
  --kills N       ingests that are killed at a random moment (default 300; 0 leaves it out)
  --swaps N       swaps under load (default 50; 0 leaves it out)
  --passages N    how many to ingest, in 500 documents (default 20000; 0 leaves it out)
  --latency N     milliseconds of a call to the embedding model that stands for a real one (default 300)
  --squad FILE    take the words of the passages from a collection in SQuAD's format, not from the knowledge folder
  --json          the figures as JSON
  --help          this text
`

const squadSchema = z.object({
  data: z.array(z.object({ paragraphs: z.array(z.object({ context: z.string() })) })),
})

async function main(): Promise<void> {
  const { help: wantsHelp, json, squad, ...numbers } = parseArguments()
  if (wantsHelp) return void process.stdout.write(help)
  const { kills, swaps, passages, latency } = parseNumbers(numbers)
  const config = loadConfig()
  const folder = mkdtempSync(join(tmpdir(), 'accord-bench-'))
  const figures: Record<string, unknown> = {}
  try {
    if (passages > 0) {
      const texts = squad === undefined ? knowledgeTexts(config.knowledgeDir) : squadTexts(squad)
      figures.scale = await benchScale(join(folder, 'scale'), texts, { passages, latency })
    }
    if (swaps > 0) figures.swaps = await benchSwaps(config, join(folder, 'swaps'), swaps)
    if (kills > 0) figures.kills = await benchKills(config, join(folder, 'kills'), kills)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  process.stdout.write(`${json ? JSON.stringify(figures, null, 2) : render(figures)}\n`)
}

function render(figures: Record<string, unknown>): string {
  return Object.entries(figures)
    .map(([name, values]) => {
      const rows = Object.entries(values as object).map(
        ([key, value]) => `  ${key.padEnd(22)} ${JSON.stringify(value)}`,
      )
      return [name, ...rows].join('\n')
    })
    .join('\n')
}

function knowledgeTexts(knowledgeDir: string): string[] {
  return readKnowledge(knowledgeDir).documents.map(({ text }) => text)
}

function squadTexts(file: string): string[] {
  try {
    const { data } = squadSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    return data.flatMap(({ paragraphs }) => paragraphs.map(({ context }) => context))
  } catch (error) {
    throw new AccordError(`${file} can't be read as a collection in SQuAD's format`, { cause: error })
  }
}

function parseNumbers(given: Record<'kills' | 'swaps' | 'passages' | 'latency', string>) {
  const count = z.coerce.number().int().nonnegative()
  const parsed = z.object({ kills: count, swaps: count, passages: count, latency: count }).safeParse(given)
  if (parsed.success) return parsed.data
  throw new AccordError(`--${String(parsed.error.issues[0]?.path[0])} takes a whole number: see --help`)
}

function parseArguments() {
  const number = (byDefault: number) => ({ type: 'string', default: String(byDefault) }) as const
  return readArguments({
    options: {
      kills: number(300),
      swaps: number(50),
      passages: number(20_000),
      latency: number(300),
      squad: { type: 'string' },
      json: flag,
      help: helpFlag,
    },
  }).values
}

await runScript(main)
