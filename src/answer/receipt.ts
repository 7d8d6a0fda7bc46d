export type { Receipt } from '../receipt.ts'
