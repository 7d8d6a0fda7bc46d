/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** 0 to `below` - 1. */
  int(below: number): number
  chance(share: number): boolean
  pick<Item>(items: readonly Item[]): Item
  /** So many of them, in any order. */
  some<Item>(items: readonly Item[], count: number): Item[]
}

export function createRandom(seed: string): Random {
  let state = hash(seed)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (below: number) => Math.floor(next() * below)
  return {
    int,
    chance: (share) => next() < share,
    pick: (items) => items[int(items.length)]!,
    some(items, count) {
      const left = [...items]
      return Array.from({ length: Math.min(count, items.length) }, () => left.splice(int(left.length), 1)[0]!)
    },
  }
}

/** FNV-1a */
function hash(text: string): number {
  let hashed = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hashed = Math.imul(hashed ^ text.charCodeAt(at), 0x01000193)
  return hashed
}
