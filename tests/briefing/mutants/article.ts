import type { FigureInput } from '../../../model/figure.ts'
import { isSheetFigure } from '../../../model/sheet-figure.ts'
import type { DeckSource } from '../../../model/source.ts'

/** The number of characters that end one text and begin another; 0 where no number is among them. */
function overlap(first: string, second: string): number {
  for (let length = Math.min(first.length, second.length); length > 0; length--) {
    if (first.endsWith(second.slice(0, length))) return /\d/.test(second.slice(0, length)) ? length : 0
  }
  return 0
}

/** Clauses as they stand in one text: what one says within another, or where another ends, is said once. */
function joined(clauses: readonly string[]): string[] {
  const all: string[] = []
  for (const clause of clauses) {
    const held = all.findIndex(each => each.includes(clause) || clause.includes(each))
    const [before, behind] = [
      all.findIndex(each => overlap(each, clause) > 0),
      all.findIndex(each => overlap(clause, each) > 0),
    ]
    if (held >= 0) all[held] = clause.includes(all[held]!) ? clause : all[held]!
    else if (before >= 0) all[before] += clause.slice(overlap(all[before]!, clause))
    else if (behind >= 0) all[behind] = clause + all[behind]!.slice(overlap(clause, all[behind]!))
    else all.push(clause)
  }
  return all
}

/**
 * An article that states all that a deck's data says and nothing else: every clause in its chapter and column below the
 * words that give its period, every quote with its speaker, every caption on a line of its own, every name. It is no
 * text that anybody wrote; mutants are compared with it where the deck's own source is not at hand.
 */
export function writeArticle({
  chapters,
  columns,
  periods,
  figures,
  quotes,
  photos,
  names,
  errata,
}: DeckSource): string {
  const implied = periods.find(period => period.implied)
  const asPrinted = (text: string, chapter: string): string =>
    errata.errata
      .filter(each => each.chapters.includes(chapter) && each.printed !== each.read)
      .reduce((all, { printed, read }) => all.replaceAll(read, printed), text)
  const headOf = ({ evidence: { clause, period: words }, period }: FigureInput): string =>
    clause.includes(words ?? '\0') || period === implied?.id
      ? ''
      : `${words ?? periods.find(({ id }) => id === period)!.stated[0]}，`
  const sentencesOf = (clauses: readonly FigureInput[]): string[] =>
    [...Map.groupBy(clauses, headOf)].flatMap(([head, own]) =>
      joined(own.map(({ evidence: { clause } }) => clause)).map(clause => `${head}${clause}。`),
    )
  const chapterText = ({ id, title, short }: DeckSource['chapters'][number]): string[] => {
    const own = figures
      .filter(({ chapter }) => chapter === id)
      .flatMap(file => file.figures.flatMap(figure => (isSheetFigure(figure) ? [] : [figure])))
    return [
      title,
      ...columns.flatMap(column => {
        const clauses = own.filter(({ evidence }) => evidence.column === column)
        const said = quotes.quotes.filter(quote => quote.chapter === id && quote.column === column)
        return [
          asPrinted(`${column} ${short}`, id),
          ...sentencesOf(clauses).map(text => asPrinted(text, id)),
          ...said.flatMap(({ text, role, speaker }) => [text, `——${role} ${speaker}`]),
        ]
      }),
      '',
    ]
  }
  return [
    '汇报',
    '',
    ...photos.photos.map(({ caption }) => caption),
    ...(names?.names ?? []).map(({ text }) => `${text}。`),
    '',
    ...chapters.flatMap(chapterText),
  ].join('\n')
}
