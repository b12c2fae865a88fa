import type { Finding } from '../finding.ts'
import { inFile, statedTables, writtenFigures, type Facts } from './facts.ts'

/** What was taken over by a rule that was not sure, until a person has looked at it. */
export function doubt(facts: Facts): Finding[] {
  const figures = writtenFigures(facts).flatMap(({ file, figure }) => {
    const { id, label, doubt } = figure
    return doubt === undefined ? [] : [{ file, id, element: id, text: label, reason: doubt, field: 'doubt' }]
  })
  const cells = statedTables(facts).flatMap(({ file, table }) =>
    Object.entries(table.doubts ?? {}).map(([cell, reason]) => {
      const element = `${table.id}@${cell}`
      return { file, id: table.id, element, text: table.label, reason, field: 'doubts 里的这一格' }
    }),
  )
  return [...figures, ...cells].map(({ file, id, element, text, reason, field }) =>
    inFile('doubt', facts.where(file, id), {
      element,
      text,
      measured: `待核：${reason}`,
      expected: '有人对照原文看过',
      advice: `请对照原文核实；无误的删去 ${field}，有误的先改`,
      severity: 'notice',
    }),
  )
}
