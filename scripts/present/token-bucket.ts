export interface TokenBucketOptions {
  /** Tokens that a key has at first, and at most. */
  capacity: number
  /** Tokens that come back at the end of each interval. */
  refill: number
  /** Milliseconds. The first interval of a key begins when it takes its first token from a full bucket. */
  interval: number
  /** Milliseconds since some fixed moment. A clock that is put back gives no tokens, and starts the interval anew. */
  now: () => number
  /** How many keys are remembered; the one that took longest ago is forgotten first, so that memory has a bound. */
  keys?: number
}

interface Bucket {
  tokens: number
  /** When the present interval began. */
  since: number
}

/**
 * Token bucket rate limiter: each key may take `capacity` tokens at once, and on average `refill` tokens an interval.
 * @example new TokenBucket({ capacity: 10, refill: 10, interval: 60_000, now }) // ten a minute
 */
export class TokenBucket {
  readonly #options: Required<TokenBucketOptions>
  readonly #buckets = new Map<string, Bucket>()

  constructor(options: TokenBucketOptions) {
    this.#options = { keys: 10_000, ...options }
  }

  /** Takes a token. @returns whether there was one */
  take(key: string): boolean {
    const bucket = this.#filled(key)
    const taken = bucket.tokens > 0
    if (taken) bucket.tokens -= 1
    this.#buckets.delete(key)
    this.#buckets.set(key, bucket)
    if (this.#buckets.size > this.#options.keys) this.#buckets.delete(this.#buckets.keys().next().value!)
    return taken
  }

  /** Milliseconds until there is a token to take: 0 where there is one now. */
  wait(key: string): number {
    const { tokens, since } = this.#filled(key)
    return tokens > 0 ? 0 : since + this.#options.interval - this.#options.now()
  }

  /** The bucket of a key, with what has come back since; only `take` keeps one that is new. */
  #filled(key: string): Bucket {
    const { capacity, refill, interval, now } = this.#options
    const at = now()
    const bucket = this.#buckets.get(key) ?? { tokens: capacity, since: at }
    if (at < bucket.since) bucket.since = at
    const intervals = Math.floor((at - bucket.since) / interval)
    bucket.tokens = Math.min(capacity, bucket.tokens + intervals * refill)
    bucket.since = bucket.tokens === capacity ? at : bucket.since + intervals * interval
    return bucket
  }
}
