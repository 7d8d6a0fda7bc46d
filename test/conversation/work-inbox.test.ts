import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { createInboxWorker, type InboxWorkerDeps, type Worked } from '../../src/conversation/work-inbox.ts'
import type { InboxEntry, OpenEvent } from '../../src/storage/inbox.ts'

const event = (id: string, chat: string, at = 0): OpenEvent => ({ id, chat, at })

/** An inbox of everything, that notes what was finished, and lists `stored`. */
function start(
  work: (entry: InboxEntry, signal: AbortSignal) => Promise<Worked>,
  deps: Partial<InboxWorkerDeps> & { stored?: () => OpenEvent[]; isBehind?: () => boolean } = {},
) {
  const finished: string[] = []
  const failures: unknown[] = []
  const entry = (id: string): InboxEntry => ({ ...event(id, ''), received: 0, work: id })
  const inbox: InboxWorkerDeps['inbox'] = {
    find: (id) => (finished.includes(id) ? undefined : entry(id)),
    finish: async (id) => void finished.push(id),
    isBehind: () => deps.isBehind?.() ?? false,
    listOpen: (most) => (deps.stored?.() ?? []).filter(({ id }) => !finished.includes(id)).slice(0, most),
  }
  const worker = createInboxWorker({ inbox, work, onFailure: (error) => failures.push(error), ...deps })
  return { worker, finished, failures }
}

it('works on a chat in the order of time, and on many chats at once', async () => {
  const begun: string[] = []
  let atOnce = 0
  let most = 0
  const { worker, finished } = start(async ({ id }) => {
    begun.push(id)
    most = Math.max(most, ++atOnce)
    await sleep(5)
    atOnce--
    return { done: true }
  })
  worker.add([event('a3', 'a', 3), event('a1', 'a', 1), event('b1', 'b', 1)])
  worker.add([event('a2', 'a', 2), event('a1', 'a', 1)])
  await worker.idle()
  expect(begun.filter((id) => id.startsWith('a'))).toEqual(['a1', 'a2', 'a3'])
  expect(finished.sort()).toEqual(['a1', 'a2', 'a3', 'b1'])
  expect(most).toBe(2)
})

it('tries again what is to be tried again, and what fails only a few times', async () => {
  let tries = 0
  const { worker, finished, failures } = start(async ({ id }) => {
    if (id === 'bad') throw new Error('bad')
    return ++tries < 3 ? { done: false, again: 1 } : { done: true }
  })
  worker.add([event('a', 'a'), event('bad', 'b')])
  await worker.idle()
  expect(tries).toBe(3)
  expect(failures).toHaveLength(3)
  expect(finished.sort()).toEqual(['a', 'bad'])
})

it('finishes what is there when it is disposed of, and leaves what takes too long', async () => {
  const aborted: string[] = []
  const { worker, finished } = start(
    async ({ id }, signal) => {
      if (id !== 'slow') return { done: true }
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
      aborted.push(id)
      return { done: false, again: 1 }
    },
    { grace: 30 },
  )
  worker.add([event('slow', 'a'), event('behind', 'a', 1), event('b1', 'b'), event('b2', 'b', 1)])
  await worker[Symbol.asyncDispose]()
  expect(finished).toEqual(['b1', 'b2'])
  expect(aborted).toEqual(['slow'])
})

it('takes its time while events pour in, and reads them from the inbox when it has time, in their order', async () => {
  let busy = true
  const begun: string[] = []
  const stored = Array.from({ length: 1_200 }, (_, i) => event(`e${i}`, `c${i % 7}`, i))
  const work = async ({ id }: InboxEntry): Promise<Worked> => {
    begun.push(id)
    return { done: true }
  }
  const { worker, finished } = start(work, { isBusy: () => busy, isBehind: () => busy, stored: () => stored })
  worker.add(stored.slice(0, 600))
  await sleep(0)
  expect(finished).toEqual([])
  busy = false
  worker.add(stored.slice(600))
  await worker.idle()
  expect(finished).toHaveLength(1_200)
  for (let chat = 0; chat < 7; chat++) {
    const ofChat = stored.filter((one) => one.chat === `c${chat}`).map(({ id }) => id)
    expect(begun.filter((id) => ofChat.includes(id))).toEqual(ofChat)
  }
})

it('begins with what an earlier process has left', async () => {
  const { worker, finished } = start(async () => ({ done: true }), {
    stored: () => [event('a', 'a'), event('b', 'b')],
  })
  worker.start()
  await worker.idle()
  expect(finished.sort()).toEqual(['a', 'b'])
})

it('goes on when the inbox can be read again', async () => {
  let isBroken = true
  const { worker, finished, failures } = start(async () => ({ done: true }), {
    stored() {
      if (!isBroken) return [event('a', 'a')]
      isBroken = false
      throw new Error('the disk')
    },
  })
  worker.start()
  await worker.idle()
  expect(failures).toEqual([new Error('the disk')])
  expect(finished).toEqual(['a'])
})
