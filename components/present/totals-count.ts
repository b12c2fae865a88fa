/** How many clicks each slide has, as one page counts them, and what of it the server has been told. */
export class TotalsCount {
  #known: (number | null)[] = []
  #told = ''

  /**
   * Looks again.
   * @param counted by page from 0; undefined for a slide that has not been drawn. One that is being drawn anew has
   *   fewer than
   *   it had for a moment: a deck's clicks do not change, and the most that were ever seen count.
   * @param epoch of the server: another has been told nothing
   * @returns what is known, where the server does not know it yet
   */
  news(counted: readonly (number | undefined)[], epoch: number): (number | null)[] | undefined {
    this.#known = Array.from({ length: Math.max(this.#known.length, counted.length) }, (_, index) => {
      const [before, now] = [this.#known[index] ?? null, counted[index]]
      return now === undefined ? before : Math.max(before ?? 0, now)
    })
    const isNews = this.#known.some(total => total !== null) && key(this.#known, epoch) !== this.#told
    return isNews ? this.#known : undefined
  }

  /** The server has accepted what was news. */
  told(news: readonly (number | null)[], epoch: number): void {
    this.#told = key(news, epoch)
  }
}

function key(totals: readonly (number | null)[], epoch: number): string {
  return JSON.stringify([epoch, totals])
}
