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

/**
 * When the meeting ends, in milliseconds since 1970, if all that is still to come takes as long as planned.
 * @param now milliseconds since 1970
 */
export function endTime({ before, until, total }: Schedule, elapsed: number, now: number): number {
  return now + (total - Math.min(until, Math.max(before, elapsed))) * 1000
}

/** A time of day, e.g. `14:05`. */
export function timeOfDay(milliseconds: number): string {
  const date = new Date(milliseconds)
  return `${date.getHours()}:${String(date.getMinutes()).padStart(2, '0')}`
}
