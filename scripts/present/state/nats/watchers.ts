import type { Drawing, Pointer } from '../../../../components/present/protocol.ts'
import type { Kept, Watcher } from '../backplane.ts'
import { isNewer, type KeptDrawing } from './keep.ts'

/** Less than lies between two versions that NATS counts, however many drawings it is added for. */
const STEP = 2 ** -20

/** Tells this server's watchers what is new: in order, and nothing twice. */
export class Watchers {
  readonly #watchers = new Set<Watcher>()
  readonly #drawings = new Map<number, KeptDrawing>()
  #last: Kept | undefined

  /** Adds one, and tells it what was new before it came. @returns what takes it away */
  add(watcher: Watcher): () => void {
    if (this.#last) watcher.state(this.#last)
    for (const { drawing } of this.#drawings.values()) watcher.draw(drawing)
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }

  /** @returns whether it was news */
  state(kept: Kept): boolean {
    if (!isNewer(kept, this.#last)) return false
    this.#last = kept
    this.#watchers.forEach(watcher => watcher.state(kept))
    return true
  }

  draw(kept: KeptDrawing): void {
    const { page } = kept.drawing
    if (kept.version <= (this.#drawings.get(page)?.version ?? 0)) return
    this.#drawings.set(page, kept)
    this.#watchers.forEach(watcher => watcher.draw(kept.drawing))
  }

  /** Tells of a drawing of this server that is not kept yet: any that is kept later counts more. */
  drawHere(drawing: Drawing): void {
    this.draw({ drawing, version: (this.#drawings.get(drawing.page)?.version ?? 0) + STEP })
  }

  pointer(pointer: Pointer): void {
    this.#watchers.forEach(watcher => watcher.pointer(pointer))
  }

  /** The stream was made anew: the numbers of the earlier one say nothing of its own. */
  renumber(): void {
    for (const kept of this.#drawings.values()) kept.version = 0
  }

  clear(): void {
    this.#watchers.clear()
  }
}
