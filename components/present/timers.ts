import type { StreamEffects } from './stream-effects.ts'

/** Times of which one is taken at random, in milliseconds. */
export type Between = readonly [least: number, most: number]

/** Timers by name: of each name there is one. */
export class Timers<Name extends string> {
  readonly #effects: Pick<StreamEffects, 'setTimeout' | 'clearTimeout' | 'random'>
  readonly #running = new Map<Name, unknown>()

  constructor(effects: Pick<StreamEffects, 'setTimeout' | 'clearTimeout' | 'random'>) {
    this.#effects = effects
  }

  /** Runs something after a time, in the place of what was to be run under that name. */
  after(name: Name, time: number | Between, run: () => void): void {
    const [least, most] = typeof time === 'number' ? [time, time] : time
    const { setTimeout, random } = this.#effects
    const due = (): void => {
      this.#running.delete(name)
      run()
    }
    this.stop(name)
    this.#running.set(name, setTimeout(due, least + random() * (most - least)))
  }

  has(name: Name): boolean {
    return this.#running.has(name)
  }

  stop(name: Name): void {
    this.#effects.clearTimeout(this.#running.get(name) as never)
    this.#running.delete(name)
  }

  clear(): void {
    for (const name of [...this.#running.keys()]) this.stop(name)
  }
}
