import { isLater } from '../../../../components/present/protocol.ts'
import { StaleVersion, type Kept } from '../backplane.ts'
import type { Bucket } from './connect.ts'
import { isTied, loadState, putState, type KeptBy, type Stored } from './keep.ts'
import type { Watchers } from './watchers.ts'

/** What one announced state adds to the version of that before: it lies between two that are kept. */
const STEP = 2 ** -20
/** Milliseconds between two attempts to keep what was announced. */
const PAUSE = 250

/**
 * What goes on while the bucket cannot be written: a cluster that has lost its leader takes four to nine seconds to
 * elect another, and a hall does not wait for that. The state is announced then, counts at once, and is kept as soon as
 * somebody answers, by every server that has heard it: NATS stores it once. Of two that were announced apart from each
 * other the later revision remains.
 */
export class Outbox {
  readonly #bucket: Bucket
  readonly #watchers: Watchers
  #head: KeptBy | undefined
  /** Of the kept state that the head is to replace. */
  #base: number | undefined
  #since = 0
  #saving = false
  #stopped = false

  constructor(bucket: Bucket, watchers: Watchers) {
    this.#bucket = bucket
    this.#watchers = watchers
  }

  /** The announced state that is not known to be kept. */
  get head(): Kept | undefined {
    return this.#head && { state: this.#head.state, version: this.#head.version }
  }

  /** Milliseconds for which something has been waiting here. */
  get age(): number {
    return this.#head ? performance.now() - this.#since : 0
  }

  /**
   * Lets a state count that cannot be kept now.
   * @returns its version
   * @throws StaleVersion where another one has been announced in between
   */
  push(stored: Stored, version: number | undefined): number {
    if (this.#head && version !== this.#head.version) throw new StaleVersion()
    const announced = { ...stored, version: (version ?? 0) + STEP }
    this.heard(announced)
    this.#announce(announced)
    return announced.version
  }

  /** Another server, or this one, has announced a state. */
  heard(announced: KeptBy): void {
    if (!this.#watchers.state(announced)) return
    if (!this.#head) {
      this.#since = performance.now()
      this.#base = Math.floor(announced.version) || undefined
    }
    this.#head = announced
    if (!this.#saving) void this.#save()
  }

  /** The bucket has accepted a state. */
  accepted(kept: KeptBy): void {
    const head = this.#head
    if (!head) return
    this.#base = kept.version
    if (kept.by === head.by || isLater(kept.state, head.state)) this.#head = undefined
    // Followers ignore what has the revision that they know: of two states with the same one a third must follow.
    else if (isTied(kept, head)) {
      const state = { ...kept.state, rev: kept.state.rev + 1 }
      this.#head = { by: `${kept.by}+`, state, version: kept.version + STEP }
    }
  }

  stop(): void {
    this.#stopped = true
  }

  /** Tells the other servers, as far as they can be reached; they may hear it more than once. */
  #announce(announced: KeptBy): void {
    this.#bucket.publish(this.#bucket.names.announced, announced)
  }

  async #save(): Promise<void> {
    this.#saving = true
    while (this.#head && !this.#stopped) {
      const { by, state } = this.#head
      try {
        if (!this.#bucket.connected()) throw new Error('no connection')
        const kept = { by, state, version: await putState(this.#bucket, { by, state }, this.#base) }
        this.accepted(kept)
        this.#watchers.state(kept)
      } catch (error) {
        const kept = error instanceof StaleVersion ? await loadState(this.#bucket).catch(() => undefined) : undefined
        if (kept) this.accepted(kept)
        if (!this.#head) continue
        // A server that was just then connecting anew has missed it.
        this.#announce(this.#head)
        await new Promise(resolve => setTimeout(resolve, PAUSE))
      }
    }
    this.#saving = false
  }
}
