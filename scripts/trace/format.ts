import { styleText } from 'node:util'
import { DERIVED_MARK } from '../../model/format.ts'
import { MEDIA, type Place } from './place.ts'
import type { FigureTrace, Reference, Trace } from './trace.ts'

/** How the number of a clause is marked: in colour on a terminal, in brackets elsewhere. */
export type Marks = 'ansi' | 'brackets'

/** What was found, for people. */
export function formatTrace({ query, figures, typed, nearest }: Trace, marks: Marks): string {
  const parts = figures.map(figure => formatFigureTrace(figure, marks))
  if (typed.length > 0)
    parts.push([`“${query}”手写在（不来自数据）：`, ...typed.map(place => `  ${placeText(place)}`)].join('\n'))
  if (parts.length > 0) return parts.join('\n\n')
  return [
    `没有找到“${query}”。`,
    ...(nearest.length > 0 ? ['最接近的是：', ...nearest.map(each => `  ${referenceText(each)}`)] : []),
    '全部编号见 npm run -s figures。',
  ].join('\n')
}

function formatFigureTrace(figure: FigureTrace, marks: Marks): string {
  const {
    id,
    label,
    text,
    measure,
    period,
    chapter,
    source,
    column,
    clause,
    also,
    cell,
    marked,
    note,
    where,
    formula,
    usedBy,
    places,
  } = figure
  return [
    `${label}  ${text}${formula ? `（${DERIVED_MARK}）` : ''}`,
    `  编号：${id}（${where}）`,
    `  口径：${measure}`,
    `  时段：${period}`,
    `  出处：${[source, chapter, column].filter(part => part !== null).join('，')}`,
    ...(cell ? [`  原表：“${cell.row}”行，“${cell.column}”列`] : []),
    ...(clause === null ? [] : [`  原句：${mark(clause, marked, marks)}`]),
    ...also.map(other => `  又见：${other}`),
    ...(note === null ? [] : [`  附注：${note}`]),
    ...(formula
      ? [
          `  算式：${formula.formula}，保留 ${formula.rounding} 位小数`,
          ...formula.inputs.map(each => `    ${referenceText(each)}`),
        ]
      : []),
    ...(usedBy.length > 0 ? ['  据此推算：', ...usedBy.map(each => `    ${referenceText(each)}`)] : []),
    ...(places.length > 0
      ? [`  出现 ${places.length} 处：`, ...places.map(place => `    ${placeText(place)}`)]
      : ['  没有出现在任何一页']),
  ].join('\n')
}

function mark(clause: string, marked: FigureTrace['marked'], marks: Marks): string {
  if (!marked) return clause
  const [start, end] = marked
  const number = clause.slice(start, end)
  // Whether colours are wanted has been decided by the caller.
  const shown = marks === 'ansi' ? styleText(['bold', 'red'], number, { validateStream: false }) : `【${number}】`
  return `${clause.slice(0, start)}${shown}${clause.slice(end)}`
}

function referenceText({ id, label, text }: Reference): string {
  return `${label} ${text}（${id}）`
}

function placeText({ slide, title, medium, component, text, where }: Place): string {
  return `第 ${slide} 页${title ? `《${title}》` : ''} ${MEDIA[medium]}${component ? `（${component}）` : ''}：${text}  ${where}`
}
