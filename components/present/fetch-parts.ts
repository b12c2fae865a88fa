/** Milliseconds before the second try; each later one waits twice as long. */
const RETRY = 4_000
const TRIES = 7
/** Milliseconds between two looks at what may be fetched. */
const LOOK = 2_000
/** Parts of the site that are fetched side by side. */
const AT_ONCE = 3

/** A part of the site. */
export interface Part {
  load: () => Promise<unknown>
  /** The slide that it belongs to; null where it is of all slides, and absent where it is of none. */
  page?: number | null
}

/** Fetches parts side by side, each as soon as it may be. */
export async function fetchParts(parts: Part[], may: (page: number | null) => boolean | undefined): Promise<void> {
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (parts.length > 0) {
        const next = parts.findIndex(({ page }) => page === undefined || may(page))
        if (next < 0) await pause(LOOK)
        else await untilThere(parts.splice(next, 1)[0]!.load)
      }
    }),
  )
}

async function untilThere(part: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    try {
      await part()
      return
    } catch {
      await pause(RETRY * 2 ** tries)
    }
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms))
}
