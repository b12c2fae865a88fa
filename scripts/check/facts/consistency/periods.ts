import type { Period } from '../../../../model/figure.ts'
import { normalizeClause } from '../../../../model/reading/text.ts'
import { parseNumeral } from '../../../../model/reading/numerals.ts'
import type { Finding } from '../../finding.ts'
import { inFile, type Facts } from '../facts.ts'

const FILE = 'data/periods.ts'

/** A time that words give: its year where they name one, and the rest of it in one way of writing. */
interface Said {
  year: string | undefined
  rest: string
}

/** 今年前11个月 and 2020年1—11月 are one time, 2020年1—10月 is another. */
function read(words: string): Said {
  const text = normalizeClause(words)
    .replace(/[—–~～至](?=\d)/g, '-')
    .replace(/[一二三四五六七八九十]+(?=季度|个?月)/g, numeral => String(parseNumeral(numeral)))
  const year = /(\d{4})年/.exec(text)?.[1]
  return {
    year,
    rest: text
      .replace(/(?:\d{4}年|今年|本年|当年|去年|上年|全年)度?/, '')
      .replace(/前(\d+)个?月/, '1-$1月')
      .replace(/^年(?=[初末底])/, '')
      .replace(/份$/, '')
      .replace(/截止|截至/, '截至')
      .replace(/[的，,]/g, ''),
  }
}

/** A period is printed as what the source's words for it mean. */
export function periods({ source, where }: Facts): Finding[] {
  return source.periods.filter(isEntry).flatMap(({ id, text, stated }) => {
    const own = read(text)
    const wrong = stated
      .filter(words => typeof words === 'string')
      .find(words => {
        const said = read(words)
        return said.rest !== own.rest || (said.year !== undefined && own.year !== undefined && said.year !== own.year)
      })
    return wrong === undefined
      ? []
      : [
          inFile('consistency', where(FILE, id), {
            // Words without digits can only be compared by a person: 近三年 for 2022—2024年.
            ...(!(/\d/.test(own.rest + (own.year ?? '')) && /\d/.test(wrong)) && { severity: 'notice' as const }),
            element: id,
            text,
            measured: `印成“${text}”，原文的写法是“${wrong}”`,
            expected: '同一段时间',
            advice: `请改 ${FILE} 里的 text 或 stated`,
          }),
        ]
  })
}

function isEntry(period: Period | null): period is Period {
  return typeof period?.text === 'string' && Array.isArray(period.stated)
}
