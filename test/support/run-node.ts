import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

const ROOT = join(import.meta.dirname, '../..')

export interface RunOptions {
  /** A folder without `.env`. */
  cwd: string
  /** All that is set beside PATH, so that no key of this machine is used. */
  env: Record<string, string>
}

export interface Ended {
  /** Exit code; null when a signal ended it. */
  code: number | null
  stdout: string
  stderr: string
}

/** Runs a script of the project in a Node of its own, `input` being what is typed into it. */
export async function runNode(script: string, args: string[], options: RunOptions, input = ''): Promise<Ended> {
  const child = spawnNode(script, args, options)
  child.stdin.end(input)
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { code, stdout, stderr }
}

export interface RunningAccord extends AsyncDisposable {
  url: string
  /** What it has printed until it was ready. */
  greeting: string
  signal(name: NodeJS.Signals): void
  ended: Promise<Ended>
}

/** Starts Accord as `npm start` does, on a free port unless one is given; resolves when it's ready. */
export async function startAccord({ cwd, env }: RunOptions): Promise<RunningAccord> {
  const child = spawnNode('src/main.ts', [], { cwd, env: { PORT: '0', ...env } })
  const stderr = text(child.stderr)
  let stdout = ''
  const closed = once(child, 'close')
  const ready = new Promise<void>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk
      if (/^ {2}index .*\n/mu.test(stdout)) resolve()
    })
  })
  await Promise.race([ready, closed])
  const url = /Accord answers at (http:\S+)/u.exec(stdout)?.[1]
  if (url === undefined) throw new Error(`Accord did not start: ${await stderr}`)
  return {
    url,
    greeting: stdout,
    signal: (name) => child.kill(name),
    ended: closed.then(async ([code]) => ({ code, stdout, stderr: await stderr })),
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL')
      await closed
    },
  }
}

function spawnNode(script: string, args: string[], { cwd, env }: RunOptions): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [join(ROOT, script), ...args], { cwd, env: { PATH: process.env.PATH, ...env } })
}
