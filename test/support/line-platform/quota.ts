/** https://developers.line.biz/en/docs/messaging-api/pricing/: pushes are counted by receiver, replies never. */
export interface Quota {
  /** A month's; undefined when there is no limit. */
  limit: number | undefined
  used: number
}
