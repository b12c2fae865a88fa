import stringWidth from 'string-width'
import type { DeckDraft } from '../lib/draft.ts'
import { columns } from '../lib/args.ts'
import { suggestedRecords, type SuggestedRecord } from './records.ts'

const MARK = '待核'

/** A draft for people: its figures chapter by chapter, those in doubt marked; tables, targets and names below. */
export function suggestionText(draft: DeckDraft): string {
  const { title, subtitle, source } = draft
  const records = suggestedRecords(draft).filter(({ id }) => !id.includes('@'))
  const doubtful = records.filter(({ doubt }) => doubt !== undefined).length
  const implied = source.periods.find(period => period.implied)
  const tables = (source.tables ?? []).flatMap(file => file.tables)
  const left = (source.tables ?? []).flatMap(({ skip = [] }) => skip)
  const targets = source.targets?.targets ?? []
  const names = source.names?.names ?? []
  const parts = [
    [title, subtitle, implied && `说的是${implied.text}`].filter(Boolean).join('\n'),
    ...source.chapters.map(({ id, title }) =>
      chapterText(
        title,
        records.filter(({ chapter }) => chapter === id),
      ),
    ),
    list('表', [
      ...tables.map(({ id, label, cells, measures, doubts }) => {
        const unsure = Object.keys(doubts ?? {}).length
        const told = unsure > 0 ? `，${MARK} ${unsure} 格` : ''
        return [id, `${label}，${cells.length} 行 ${measures.length} 列${told}`] as const
      }),
      ...left.map(({ table, reason }) => [table, `${MARK}：${reason}`] as const),
    ]),
    list(
      '目标',
      targets.map(({ plan, done, before }) => [plan, done ? `完成 ${done}` : `此前 ${before}`] as const),
    ),
    list(
      '不是数据的数',
      names.map(({ text, reason }) => [text, reason] as const),
    ),
    `数据 ${records.length} 条，其中${MARK} ${doubtful} 条；表 ${tables.length} 张；目标 ${targets.length} 个；名目 ${names.length} 个。`,
  ]
  return parts.filter(part => part !== '').join('\n\n')
}

function list(title: string, rows: readonly (readonly [string, string])[]): string {
  return rows.length === 0 ? '' : `${title}\n${columns(rows.map(([left, right]) => [left, right]))}`
}

function chapterText(title: string, records: readonly SuggestedRecord[]): string {
  const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - stringWidth(text)))
  const rows = records.map(({ label, text, period, evidence, doubt }) => [
    doubt === undefined ? '' : MARK,
    label,
    text,
    period,
    doubt === undefined ? evidence.clause : `${evidence.clause}（${doubt}）`,
  ])
  const widths = [0, 1, 2, 3].map(column => Math.max(0, ...rows.map(row => stringWidth(row[column]!))))
  const lines = rows.map(row =>
    row
      .map((cell, column) => pad(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  return [title, ...lines.map(line => `  ${line}`)].join('\n')
}
