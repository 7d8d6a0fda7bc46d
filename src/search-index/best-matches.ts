/** Of passages, sections or vectors: its number and how well it matches. */
export interface Match {
  ordinal: number
  score: number
}

/** The `count` highest that are above `floor`, best first; of equals the one that stands first. */
export function bestMatches(scores: Float32Array, count: number, floor = Number.NEGATIVE_INFINITY): Match[] {
  const best: Match[] = []
  if (count < 1) return best
  for (let ordinal = 0; ordinal < scores.length; ordinal++) {
    const score = scores[ordinal]!
    if (score <= (best[count - 1]?.score ?? floor)) continue
    let place = Math.min(best.length, count - 1)
    for (; place > 0 && best[place - 1]!.score < score; place--) best[place] = best[place - 1]!
    best[place] = { ordinal, score }
  }
  return best
}
