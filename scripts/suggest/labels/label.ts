/** What a number is of, as its clause says it. */
export interface Label {
  text: string
  /** The same without what only tells how it is measured: 增速, 位次. */
  core: string
  /** What is counted, without what is done to it; empty where the clause names nothing. */
  subject: string
  /** Where what is said of it ends behind the number. */
  end: number
  /** How many numbers before it in its sentence say what it is of. */
  back: number
  /** What the number before it in its part of the sentence counts; empty where there is none. */
  context: string
  /** What it is a measure of, where only the number before names that. */
  whole?: string
  /** Whether 分别 tells it of one of several things, and of which. */
  each?: boolean
  thing?: string
  /** What a person has to look at. */
  doubt?: string
}

/** What a label is made of, before it is told how that is measured. */
export type Core = Omit<Label, 'text' | 'context'>

/** The label of an earlier number, as far as another one is told of the same. */
export interface Inherited {
  label: Label
  back: number
  /** Whether it is of the number just before. */
  next: boolean
  /** The unit of the number that it is of. */
  unit: string
}

/** Words that are said of another measure: 增速 of 地区生产总值. */
export const OF_MEASURE = /^(?:占比|比重|份额|[增涨降跌][幅速]|总量|总数)$/
