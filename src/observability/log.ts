import { destination, type Logger, pino } from 'pino'

export type Log = Logger

/** JSON lines on standard error. Callers log ids, kinds and times; never a person's words, nor a secret. */
export function createLog(level: string): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination({ dest: 2, sync: false }))
}
