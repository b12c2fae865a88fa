import { isLater } from '../../../../components/present/protocol.ts'
import { StaleVersion, type Kept } from '../backplane.ts'
import type { KeptBy, Stored } from './keep.ts'
import { isNewer } from './order.ts'

/** A state that counts already, but is not kept yet. */
export interface Announced extends Stored {
  /** Between that of the kept state which it replaces and the next. */
  version: number
}

export interface OutboxOptions {
  /** Keeps a state in the place of `version`. @throws StaleVersion where another one is there */
  put: (stored: Stored, version: number | undefined) => Promise<number>
  load: () => Promise<KeptBy | undefined>
  connected: () => boolean
  /** Tells this server's watchers. */
  tell: (kept: Kept) => void
  /** Tells the other servers, as far as they can be reached; they may hear it more than once. */
  announce: (announced: Announced) => void
  id: () => string
}

/** What one announced state adds to the version of that before. */
const STEP = 2 ** -20
/** Milliseconds between two attempts to keep what was announced. */
const PAUSE = 250

/**
 * What goes on while the bucket cannot be written: a cluster that has lost its leader takes four to nine seconds to
 * elect another, and a hall does not wait for that. The state is announced then, counts at once, and is kept as soon as
 * somebody answers, by whichever server is first. Of two that were announced apart from each other the later revision
 * remains.
 */
export class Outbox {
  readonly #options: OutboxOptions
  #head: (Announced & { base: number | undefined }) | undefined
  /** Under which version the last announced state was kept in the end. */
  #settled: { announced: number; kept: number } | undefined
  #since = 0
  #saving = false
  #stopped = false

  constructor(options: OutboxOptions) {
    this.#options = options
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
   * The version under which the bucket knows a state.
   * @throws StaleVersion where it never knew it
   */
  resolve(version: number | undefined): number | undefined {
    if (version === undefined || Number.isInteger(version)) return version
    if (version !== this.#settled?.announced) throw new StaleVersion()
    return this.#settled.kept
  }

  /**
   * Lets a state count that cannot be kept now.
   * @returns its version
   * @throws StaleVersion where another one has been announced in between
   */
  push(stored: Stored, version: number | undefined): number {
    if (this.#head && version !== this.#head.version) throw new StaleVersion()
    const announced = { ...stored, version: (version ?? 0) + STEP }
    this.#take(announced)
    this.#options.tell(announced)
    this.#options.announce(announced)
    return announced.version
  }

  /** Another server, or this one, has announced a state. */
  heard(announced: Announced): void {
    if (this.#head && !isNewer(announced, this.#head)) return
    this.#take(announced)
    this.#options.tell(announced)
  }

  /** The bucket has accepted a state. */
  accepted(kept: KeptBy): void {
    const head = this.#head
    if (!head) return
    if (kept.by === head.by) this.#settled = { announced: head.version, kept: kept.version }
    if (kept.by === head.by || isLater(kept.state, head.state)) this.#head = undefined
  }

  stop(): void {
    this.#stopped = true
  }

  #take(announced: Announced): void {
    if (!this.#head) this.#since = performance.now()
    this.#head = { ...announced, base: this.#head?.base ?? (Math.floor(announced.version) || undefined) }
    if (!this.#saving) void this.#save()
  }

  async #save(): Promise<void> {
    this.#saving = true
    while (this.#head && !this.#stopped) {
      const { base, ...stored } = this.#head
      try {
        if (!this.#options.connected()) throw new Error('no connection')
        const { by, state } = stored
        this.accepted({ by, state, version: await this.#options.put({ by, state }, base) })
      } catch (error) {
        if (error instanceof StaleVersion) await this.#reconcile().catch(() => {})
        if (!this.#head) continue
        // A server that was just then connecting anew has missed it.
        this.#options.announce(this.#head)
        await new Promise(resolve => setTimeout(resolve, PAUSE))
      }
    }
    this.#saving = false
  }

  /** Another state has been kept in the meantime. */
  async #reconcile(): Promise<void> {
    const kept = await this.#options.load()
    if (kept) this.accepted(kept)
    const head = this.#head
    if (!head) return
    const tie = kept && kept.state.epoch === head.state.epoch && kept.state.rev === head.state.rev
    // Followers ignore what has the revision that they know: of two states with the same one a third must follow.
    if (tie)
      this.#head = {
        by: this.#options.id(),
        state: { ...kept.state, rev: kept.state.rev + 1 },
        version: kept.version + STEP,
        base: kept.version,
      }
    else this.#head = { ...head, base: kept?.version }
  }
}
