import { messagingApi } from '@line/bot-sdk'
import { menuSize } from '../src/channels/line/menu-page.ts'
import { menuAreas } from '../src/channels/line/rich-menu.ts'
import { setUpAccount } from '../src/channels/line/set-up-account.ts'
import { loadConfig } from '../src/config.ts'
import { AccordError } from '../src/errors.ts'
import { openSearchIndex } from '../src/search-index/search-index.ts'
import { drawPicture } from './draw-picture.ts'
import { flag, helpFlag, readArguments, runScript } from './run-script.ts'

const help = `Sets up Accord's account at LINE: the rich menu in Thai, English and Japanese, its picture drawn from the clauses' titles;
the address of the webhook, which LINE then calls to test it. Run it again after a change of the knowledge or of PUBLIC_URL.

  npm run line:setup
  npm run line:setup -- --check   only tells what is right and what isn't

Needs LINE_CHANNEL_SECRET, LINE_CHANNEL_ACCESS_TOKEN, PUBLIC_URL, a running Accord, and Chromium, Chrome or Edge for the picture.

Options
  --json   the report as JSON
  --help   this text
`

async function main(): Promise<void> {
  const { values } = readArguments({ options: { check: flag, json: flag, help: helpFlag } })
  const { check, json } = values
  if (values.help) return void process.stdout.write(help)
  const { line, dataDir, publicUrl } = loadConfig()
  if (line === undefined) throw new AccordError('Set LINE_CHANNEL_SECRET and LINE_CHANNEL_ACCESS_TOKEN first')
  const { passages, vocabulary } = await openSearchIndex(dataDir)
  const options = {
    channelAccessToken: line.accessToken,
    ...(line.apiBaseURL !== undefined && { baseURL: line.apiBaseURL }),
  }
  const steps = await setUpAccount({
    api: new messagingApi.MessagingApiClient(options),
    blob: new messagingApi.MessagingApiBlobClient(options),
    areas: {
      th: menuAreas(passages, vocabulary, 'th'),
      en: menuAreas(passages, vocabulary, 'en'),
      ja: menuAreas(passages, vocabulary, 'ja'),
    },
    drawPicture: (page) => drawPicture(page, menuSize),
    publicUrl,
    check,
  })
  if (json) process.stdout.write(`${JSON.stringify(steps, null, 2)}\n`)
  else for (const { what, state, detail } of steps) process.stdout.write(`${state.padEnd(6)} ${what}: ${detail}\n`)
  if (steps.some(({ state }) => state === 'wrong')) process.exitCode = 1
}

await runScript(main)
