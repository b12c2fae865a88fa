import type { Deck } from '../../lib/deck.ts'

/** What is printed above and below every sheet. */
export interface Margins {
  title: string
  /** The meeting; undefined where the deck names none. */
  meeting: string | undefined
  date: string
}

/** What a deck has printed around its sheets: the day of printing where it names none. */
export function marginsOf({ title, meeting, date, lang }: Deck, today: Date): Margins {
  return { title, meeting, date: date ?? formatDate(today, lang) }
}

/** A day as it is printed, where decks are presented. */
export function formatDate(date: Date, lang: string): string {
  return new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'Asia/Shanghai' }).format(date)
}
