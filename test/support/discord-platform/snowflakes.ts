/** https://docs.discord.com/developers/reference#snowflakes: milliseconds since 2015 in the upper 42 bits. */
const EPOCH = 1_420_070_400_000n

/** Makes ids as Discord does: of the given moment, and each greater than the one before. */
export function createSnowflakes(now: () => number): () => string {
  let last = 0n
  return () => {
    const id = (BigInt(Math.floor(now())) - EPOCH) << 22n
    last = id > last ? id : last + 1n
    return String(last)
  }
}
