import type { ParsedClause, ParsedFigure } from '../../model/reading/parse.ts'

const KINDS: Readonly<Record<NonNullable<ParsedFigure['kind']>, string>> = {
  growth: '增减幅度',
  share: '占比',
  rate: '比率',
  ratio: '比例',
  rank: '位次',
  completion: '完成率',
  target: '目标',
}
const DIRECTIONS = { 'at least': '不低于', 'at most': '不高于' } as const

/** What was read of a clause, for people: the clause, and below it a line for each figure and for what is unread. */
export function clauseText({ clause, figures, unread }: ParsedClause): string {
  const lines = [
    ...figures.map(figureText),
    ...(unread.length > 0 ? [`读不懂：${unread.join('、')}`] : []),
    ...(figures.length + unread.length === 0 ? ['没有数'] : []),
  ]
  return [clause, ...lines.map(line => `  ${line}`)].join('\n')
}

function figureText({ value, unit, range, ...figure }: ParsedFigure): string {
  const number = Array.isArray(value) ? value.join(range ? '—' : ':') : String(value)
  const { qualifier, change, comparedWith, kind, direction, period, of, whole, per, name } = figure
  const said = [
    kind && KINDS[kind],
    direction && DIRECTIONS[direction],
    qualifier && `限定词“${qualifier}”`,
    change && `增减“${change}”`,
    comparedWith && `与${comparedWith}相比`,
    of && `属于“${of}”`,
    whole && `占${whole}`,
    per && `每${per}`,
    period && `时段 ${period}`,
    name && `名称里的数“${name}”`,
  ]
  return [`${number}${unit}`, ...said.filter(Boolean)].join('，')
}
