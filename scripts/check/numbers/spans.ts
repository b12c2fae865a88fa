import type { Figure } from '../../../model/figure.ts'
import type { FormatStyle } from '../../../model/format.ts'
import { DERIVED_MARK, FORMAT_STYLES, formatFigure } from '../../../model/format.ts'
import { occurrences, overlaps, type Span } from '../../../model/reading/text.ts'

/** A part of a text that prints a figure, or may print any of several. */
export interface Printed extends Span {
  figures: readonly Figure[]
  styles: readonly FormatStyle[]
}

/** The styles in which a figure reads like this; a mark of derived figures may stand behind it. */
export function stylesOf(figure: Figure, text: string): FormatStyle[] {
  const bare = text.replace(new RegExp(`(?:（${DERIVED_MARK}）|${DERIVED_MARK})$`), '').trim()
  return FORMAT_STYLES.filter(style => formatFigure(figure, style) === bare)
}

/** All places where one of some figures is printed; of those that overlap the longest. */
export function printedIn(text: string, figures: readonly Figure[]): Printed[] {
  const forms = new Map<string, { figures: Set<Figure>; styles: Set<FormatStyle> }>()
  for (const figure of figures) {
    for (const style of FORMAT_STYLES) {
      const form = formatFigure(figure, style)
      const known = forms.get(form) ?? { figures: new Set(), styles: new Set() }
      known.figures.add(figure)
      known.styles.add(style)
      forms.set(form, known)
    }
  }
  const all = [...forms]
    .flatMap(([form, { figures: own, styles }]) =>
      occurrences(text, form).map(span => ({ ...span, figures: [...own], styles: [...styles] })),
    )
    .sort((a, b) => b.end - b.start - (a.end - a.start))
  const kept: Printed[] = []
  for (const each of all) if (!kept.some(other => overlaps(each, other))) kept.push(each)
  return kept.sort((a, b) => a.start - b.start)
}
