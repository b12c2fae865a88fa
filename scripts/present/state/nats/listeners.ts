import type { Pointer } from '../../../../components/present/protocol.ts'
import type { Kept, Watcher } from '../backplane.ts'
import type { KeptDrawing } from './keep.ts'
import { isNewer } from './order.ts'

/** Passes on what is new to one watcher: in order, and nothing twice. */
export class Listener {
  /** Whether what the bucket held when it came has been looked at. */
  caughtUp = false
  readonly #watcher: Watcher
  readonly #drawn = new Map<number, number>()
  #last: Kept | undefined

  /** @param known what it has been told before */
  constructor(watcher: Watcher, known: Kept | undefined) {
    this.#watcher = watcher
    this.#last = known
  }

  state(kept: Kept): void {
    if (!isNewer(kept, this.#last)) return
    this.#last = kept
    this.#watcher.state(kept)
  }

  draw({ drawing, version }: KeptDrawing): void {
    if (version <= (this.#drawn.get(drawing.page) ?? 0)) return
    this.#drawn.set(drawing.page, version)
    this.#watcher.draw(drawing)
  }

  pointer(pointer: Pointer): void {
    this.#watcher.pointer(pointer)
  }

  /** The numbers of another stream say nothing of this one's. */
  forget(): void {
    this.#drawn.clear()
  }
}
