import type { DeckSource } from '../../model/source.ts'
import { formatSpan, parseSpan } from '../../model/span.ts'
import { agrees, type Ask } from '../lib/ask.ts'
import { chapterTitle } from '../lib/cells/draft.ts'
import type { ProposedFigure } from '../lib/cells/as-figures.ts'
import type { DraftTable } from '../lib/cells/as-table.ts'
import type { Proposal } from '../lib/cells/propose.ts'

/** A proposal for people: the sheet, and below it a line for each figure, and the columns and rows of tables. */
export function proposalLines({ sheet, title, figures, tables, span }: Proposal): string[] {
  const counts = [
    ...(figures.length > 0 ? [`${figures.length} 条数据`] : []),
    ...(tables.length > 0 ? [`${tables.length} 张表`] : []),
  ]
  return [
    `【${sheet}】${title}，${formatSpan(span)}：${counts.join('，')}`,
    ...figures.map(figureLine),
    ...tables.flatMap(({ input }) => tableLines(input)),
  ]
}

function tableLines({ id, label, measures, cells, units }: DraftTable): string[] {
  const rows = cells.map(([row]) => (units?.[row] === undefined ? row : `${row}（${units[row]}）`))
  const columns = measures.map(({ label, head = label, unit }) => (unit === undefined ? head : `${label}（${unit}）`))
  return [`  表《${label}》（编号 ${id}）`, `    列：${columns.join('、')}`, `    行：${rows.join('、')}`]
}

function figureLine({ figure, place }: ProposedFigure): string {
  const { label, value, unit, qualifier, period, doubt } = figure
  const span = parseSpan(period)
  const said = `${qualifier ?? ''}${String(value)}${unit}，${span ? formatSpan(span) : period}`
  return `  ${place.cell} ${label} ${said}${doubt === undefined ? '' : `（待核：${doubt}）`}`
}

/** What a person takes of what a workbook proposes. */
export interface Taken {
  proposals: Proposal[]
  /** Ids of chapters by sheet. */
  chapters: Map<string, string>
}

/** Asks for each proposal whether it is taken; Enter takes it. */
export async function guide(
  proposals: readonly Proposal[],
  { chapters }: Pick<DeckSource, 'chapters'>,
  ask: Ask,
  print: (line: string) => void,
): Promise<Taken> {
  const taken: Taken = { proposals: [], chapters: new Map() }
  for (const proposal of proposals) {
    proposalLines(proposal).forEach(print)
    const each = proposal.figures.length > 1 ? '，s 逐条挑' : ''
    const answer = await ask(`取这张表吗？[回车 取，n 不取${each}] `)
    const own = answer === 's' ? await pick(proposal, ask) : agrees(answer, true) ? proposal : undefined
    if (!own || (own.figures.length === 0 && own.tables.length === 0)) continue
    taken.proposals.push(own)
    if (!taken.chapters.has(own.sheet)) await askChapter(own, chapters, ask, taken.chapters)
  }
  return taken
}

async function pick(proposal: Proposal, ask: Ask): Promise<Proposal> {
  const figures: ProposedFigure[] = []
  for (const each of proposal.figures) {
    const answer = await ask(`${figureLine(each).trim()} [回车 取，n 不取，或写一个名称] `)
    if (agrees(answer, true)) figures.push(each)
    else if (!/^(?:n|no|不|不取)$/i.test(answer)) figures.push({ ...each, figure: { ...each.figure, label: answer } })
  }
  return { ...proposal, figures }
}

/** Asks for the chapter of a sheet: one that the deck has, by its number, or a new one. */
async function askChapter(
  proposal: Proposal,
  chapters: DeckSource['chapters'],
  ask: Ask,
  chosen: Map<string, string>,
): Promise<void> {
  if (chapters.length === 0) return
  const title = chapterTitle(proposal.sheet, [proposal])
  const list = chapters.map((chapter, index) => `${index + 1} ${chapter.title}`).join('，')
  const answer = await ask(`放在哪一章？[回车 “${title}”；${list}] `)
  const chapter = chapters[Number(answer) - 1]
  if (chapter) chosen.set(proposal.sheet, chapter.id)
}
