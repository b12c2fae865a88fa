import type { Figure } from '../../model/figure.ts'
import { inBase, isPoints } from '../../model/units.ts'
import { namesOf } from './chapter.ts'
import { ASIDE } from './sentence.ts'

/** What a draft knows of a figure beside what the figure says. */
export interface Standing {
  /** The day on which the period begins that the source is about; empty where no period is. */
  now: string
  /** Whether another figure says by how much it grew or fell. */
  changed: boolean
  /** Whether a person has still to look at it. */
  doubtful: boolean
  /** Whether it stands in a column of the source that states few others. */
  inPassing: boolean
}

/** Each outweighs all that comes below it. */
const WEIGHTS = { settled: 64, namesake: 32, headline: 16, sum: 8 } as const
/** What says little without another number: a change of one, a point, a rate. */
const LITTLE = 0
/** Of what a person has still to look at, and of what is said in passing: no more than a quantity of one digit. */
const REMARK = 1
/** A part of a whole, a place, a plan's completion: as much as a quantity of three digits. */
const RELATIVE = 3
/** Shortest run of characters that a label and the name of its chapter share where it is what the chapter is about. */
const NAMED = 4

/** What a number is called to which others add up. */
const SUM = /^(?:合计|总计)/

/** Whether a figure is of a time before the one that the source is about. */
export function isEarlier({ period }: Figure, now: string): boolean {
  return period.end !== '' && now !== '' && period.end < now
}

/**
 * How much a figure says, to find the one that leads. First what is settled: neither planned, derived nor of an
 * earlier time. Then what the chapter is named after. Then a headline: an amount of money, anything of which the
 * source says how it changed, or a growth that stands for its amount. Then what others add up to. Then quantities by
 * their number of digits, for only what is ten times as large says more. What weighs the same goes by its place in the
 * source, which puts a whole before its parts and what matters first; how large a change is does not count, since
 * small things change most.
 */
export function weightOf(figure: Figure, standing: Standing): number {
  const settled = isSettled(figure, standing) ? WEIGHTS.settled : 0
  if (isDependent(figure)) return settled + LITTLE
  if (standing.doubtful || standing.inPassing) return settled + REMARK
  const named = isNamesake(figure) ? WEIGHTS.namesake : 0
  const sum = SUM.test(figure.label) ? WEIGHTS.sum : 0
  return settled + named + sum + (isHeadline(figure, standing) ? WEIGHTS.headline : sizeOf(figure))
}

function isSettled(figure: Figure, { now }: Standing): boolean {
  return !figure.planned && !figure.derived && !isEarlier(figure, now)
}

/** Whether a figure only says how another one changed. */
function isDependent({ kind, unit, change, of }: Figure): boolean {
  return isPoints(unit) || (kind === 'growth' ? of !== undefined : change !== undefined)
}

function isHeadline({ kind }: Figure, { changed }: Standing): boolean {
  return changed || kind === 'amount' || kind === 'growth'
}

function isNamesake({ label, chapter }: Figure): boolean {
  const name = label.replace(ASIDE, '')
  const runs = Array.from(name.slice(NAMED - 1), (_, index) => name.slice(index, index + NAMED))
  return runs.some(run => namesOf(chapter).some(each => each.includes(run)))
}

function sizeOf(figure: Figure): number {
  switch (figure.kind) {
    case 'share':
    case 'completion':
    case 'rank':
      return RELATIVE
    case 'ratio':
    case 'rate':
    case 'duration':
    case 'frequency':
      return LITTLE
    default: {
      const size = Number.isNaN(figure.value) ? 0 : Math.abs(inBase(figure))
      return Math.min(7, 1 + Math.floor(Math.log10(Math.max(1, size))))
    }
  }
}
