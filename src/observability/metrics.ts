/** Seconds. From an answer out of memory to one that waited for a language model. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

/** What `render` says of the index in use. */
export interface IndexInfo {
  version: string
  documents: number
}

export interface Metrics {
  /** Counts and times one question; what throws counts as status `error` and is thrown on. */
  measure<Result extends { status: string }>(channel: string, ask: () => Promise<Result>): Promise<Result>
  /** Counts what became of a message of a chat platform. */
  countMessage(channel: string, outcome: string): void
  /** Asks at each rendering whether a platform is connected. */
  watchConnection(channel: string, isConnected: () => boolean): void
  /** Prometheus' text format 0.0.4. */
  render(index?: IndexInfo): string
}

/** `now` in milliseconds; only differences count. */
export function createMetrics({ now }: { now: () => number }): Metrics {
  const questions = new Map<string, number>()
  const messages = new Map<string, number>()
  const connections = new Map<string, () => boolean>()
  const withinBucket = buckets.map(() => 0)
  let count = 0
  let sum = 0

  function record(channel: string, status: string, seconds: number) {
    const labels = `channel="${escapeLabel(channel)}",status="${escapeLabel(status)}"`
    questions.set(labels, (questions.get(labels) ?? 0) + 1)
    for (const [i, bound] of buckets.entries()) if (seconds <= bound) withinBucket[i] = (withinBucket[i] ?? 0) + 1
    count += 1
    sum += seconds
  }

  return {
    async measure(channel, ask) {
      const started = now()
      let status = 'error'
      try {
        const result = await ask()
        status = result.status
        return result
      } finally {
        record(channel, status, (now() - started) / 1000)
      }
    },

    countMessage(channel, outcome) {
      const labels = `channel="${escapeLabel(channel)}",outcome="${escapeLabel(outcome)}"`
      messages.set(labels, (messages.get(labels) ?? 0) + 1)
    },

    watchConnection(channel, isConnected) {
      connections.set(channel, isConnected)
    },

    render(index) {
      const lines = [
        '# HELP accord_questions_total Questions, by channel and status of the answer.',
        '# TYPE accord_questions_total counter',
        ...Array.from(questions, ([labels, value]) => `accord_questions_total{${labels}} ${value}`),
        '# HELP accord_answer_seconds Time from question to answer.',
        '# TYPE accord_answer_seconds histogram',
        ...buckets.map((bound, i) => `accord_answer_seconds_bucket{le="${bound}"} ${withinBucket[i]}`),
        `accord_answer_seconds_bucket{le="+Inf"} ${count}`,
        `accord_answer_seconds_sum ${sum}`,
        `accord_answer_seconds_count ${count}`,
      ]
      if (messages.size > 0) {
        lines.push(
          '# HELP accord_messages_total Messages of chat platforms, by what became of them.',
          '# TYPE accord_messages_total counter',
          ...Array.from(messages, ([labels, value]) => `accord_messages_total{${labels}} ${value}`),
        )
      }
      if (connections.size > 0) {
        lines.push(
          '# HELP accord_channel_connected Whether a platform that Accord connects to is connected.',
          '# TYPE accord_channel_connected gauge',
          ...Array.from(
            connections,
            ([channel, isConnected]) =>
              `accord_channel_connected{channel="${escapeLabel(channel)}"} ${isConnected() ? 1 : 0}`,
          ),
        )
      }
      if (index) {
        lines.push(
          '# HELP accord_index_info The index in use.',
          '# TYPE accord_index_info gauge',
          `accord_index_info{version="${escapeLabel(index.version)}"} 1`,
          '# HELP accord_index_documents Documents in the index in use.',
          '# TYPE accord_index_documents gauge',
          `accord_index_documents ${index.documents}`,
        )
      }
      return `${lines.join('\n')}\n`
    },
  }
}

function escapeLabel(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
}
