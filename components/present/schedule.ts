/** What was planned for the slides, in seconds. */
export interface Schedule {
  /** Until a slide begins. */
  before: number
  /** Until it ends. */
  until: number
  total: number
}

/** @param times what is planned for each slide; undefined where nothing is */
export function scheduleAt(times: readonly (number | undefined)[], page: number): Schedule {
  const sum = (count: number): number =>
    times.slice(0, Math.max(0, count)).reduce<number>((sum, time) => sum + (time ?? 0), 0)
  return { before: sum(page - 1), until: sum(page), total: sum(times.length) }
}

/** Seconds behind the plan, negative ahead of it: nothing as long as the slide may still be shown. */
export function delay({ before, until }: Schedule, elapsed: number): number {
  return Math.round(elapsed > until ? elapsed - until : elapsed < before ? elapsed - before : 0)
}

/** Seconds as a clock shows them, e.g. `12:05`, `1:02:05`. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  const two = (value: number): string => String(value).padStart(2, '0')
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60]
  return `${hours ? `${hours}:${two(minutes)}` : minutes}:${two(whole % 60)}`
}
