import type { Period } from '../../../../model/figure.ts'
import { resolvePeriod, sourceYear } from '../../../../model/periods.ts'
import { normalizeClause } from '../../../../model/reading/text.ts'
import { isSameSpan, readSpan, spanYear, type Span } from '../../../../model/span.ts'
import type { Finding } from '../../finding.ts'
import { inFile, type Facts } from '../facts.ts'

const FILE = 'data/periods.ts'

/** A period is printed as what its dates are, and as what the source's words for it mean. */
export function periods({ source, where }: Facts): Finding[] {
  const year = sourceYear(source.periods)
  return source.periods.filter(isEntry).flatMap(({ id, text, stated }) => {
    const { span } = resolvePeriod(id, source.periods)!
    const wrong = [text, ...stated.filter(words => typeof words === 'string')].find(
      words => !says(words, text, span, year),
    )
    if (wrong === undefined) return []
    return [
      inFile('consistency', where(FILE, id), {
        // Words that tell no dates can only be compared by a person: 开春以来 for 2024年上半年.
        ...(!(span && readSpan(wrong, { year })) && { severity: 'notice' as const }),
        element: id,
        text,
        measured: wrong === text ? `印成“${text}”，span 是另一段时间` : `印成“${text}”，原文的写法是“${wrong}”`,
        expected: '同一段时间',
        advice: `请改 ${FILE} 里的 text、span 或 stated`,
      }),
    ]
  })
}

/**
 * Whether words mean a period; those without a year may be told from the source's, from the year after, in which it was
 * written, or from the period's own.
 */
function says(words: string, text: string, span: Span | null, year: number | undefined): boolean {
  if (normalizeClause(words) === normalizeClause(text) && !(span && readSpan(words, { year }))) return true
  const years = span ? [year, year === undefined ? year : year + 1, spanYear(span)] : []
  return years.some(each => {
    const read = readSpan(words, { year: each })
    return read !== undefined && isSameSpan(read, span!)
  })
}

function isEntry(period: Period | null): period is Period {
  return typeof period?.id === 'string' && typeof period.text === 'string' && Array.isArray(period.stated)
}
