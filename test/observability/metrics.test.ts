import { expect, test } from 'vitest'
import { createMetrics } from '../../src/observability/metrics.ts'

/** A clock that each reading moves on by `step` milliseconds. */
function steppingClock(step: number): () => number {
  let now = 0
  return () => {
    now += step
    return now
  }
}

test('counts questions by channel and status, and passes the answer through', async () => {
  const metrics = createMetrics({ now: steppingClock(1) })
  const answer = { status: 'answered', text: 'yes' }
  expect(await metrics.measure('web', async () => answer)).toBe(answer)
  await metrics.measure('web', async () => answer)
  await metrics.measure('line', async () => ({ status: 'not-stated' }))
  const text = metrics.render()
  expect(text).toContain('accord_questions_total{channel="web",status="answered"} 2\n')
  expect(text).toContain('accord_questions_total{channel="line",status="not-stated"} 1\n')
})

test('counts a failure as an error and throws it on', async () => {
  const metrics = createMetrics({ now: steppingClock(1) })
  const failure = new Error('no model')
  await expect(metrics.measure('web', () => Promise.reject(failure))).rejects.toBe(failure)
  expect(metrics.render()).toContain('accord_questions_total{channel="web",status="error"} 1\n')
})

test('the histogram is cumulative, in seconds', async () => {
  const metrics = createMetrics({ now: steppingClock(300) })
  await metrics.measure('web', async () => ({ status: 'answered' }))
  await metrics.measure('web', async () => ({ status: 'answered' }))
  const text = metrics.render()
  expect(text).toContain('accord_answer_seconds_bucket{le="0.25"} 0\n')
  expect(text).toContain('accord_answer_seconds_bucket{le="0.5"} 2\n')
  expect(text).toContain('accord_answer_seconds_bucket{le="+Inf"} 2\n')
  expect(text).toContain('accord_answer_seconds_sum 0.6\n')
  expect(text).toContain('accord_answer_seconds_count 2\n')
})

test('names the index in use, if one is open', () => {
  const metrics = createMetrics({ now: steppingClock(1) })
  expect(metrics.render()).not.toContain('accord_index')
  const text = metrics.render({ version: '2026-01-01', documents: 4 })
  expect(text).toContain('accord_index_info{version="2026-01-01"} 1\n')
  expect(text).toContain('accord_index_documents 4\n')
})

test('tells whether platforms are connected, as it is when it’s asked', () => {
  const metrics = createMetrics({ now: steppingClock(1) })
  expect(metrics.render()).not.toContain('accord_channel_connected')
  let isConnected = false
  metrics.watchConnection('discord', () => isConnected)
  expect(metrics.render()).toContain('accord_channel_connected{channel="discord"} 0\n')
  isConnected = true
  expect(metrics.render()).toContain('accord_channel_connected{channel="discord"} 1\n')
})

test('a label cannot break out of its quotes', async () => {
  const metrics = createMetrics({ now: steppingClock(1) })
  await metrics.measure('a"b\\c\nd', async () => ({ status: 'answered' }))
  expect(metrics.render()).toContain('{channel="a\\"b\\\\c\\nd",status="answered"} 1\n')
})
