import type {
  CellChange,
  DeckDiff,
  EntryChange,
  FigureChange,
  Jump,
  Sides,
  SlideChange,
  TableChange,
  TargetChange,
} from './diff.ts'
import { toldDetails, type Detail } from './leaves.ts'
import { ENTRY_SORTS } from './record.ts'
import { SORT_NAMES } from '../../model/id-sorts.ts'
import { nearChanges, wordChanges, type Stretch } from './words.ts'

/** A line of the diff as people read it: what happened, to what, and how the words changed. */
export interface Line {
  /** 改, 添, 去 or 移; empty for what follows from the line above. */
  mark: string
  stretches: Stretch[]
  /** Whether what is gone and added stands in the midst of a text, and is told from it by nothing else. */
  inWords?: true
  /** What a person must look at. */
  alarm?: string
}

/** The lines of one part of a chapter. */
export interface Section {
  heading: string
  lines: Line[]
}

/** All that changed in one chapter. */
export interface ChapterPart {
  /** Its heading; 全稿 for what belongs to none. */
  title: string
  sections: Section[]
}

/** The heading above slides. */
export const SLIDES = '幻灯片'

const MARKS = { changed: '改', added: '添', gone: '去', moved: '移' } as const

const JUMPS: Readonly<Record<Jump, string>> = { tenfold: '差十倍以上，请核对', sign: '升降反了，请核对' }

/** The fields that are seen in the printed number. */
const PRINTED: ReadonlySet<string> = new Set(['value', 'to', 'decimals', 'as', 'unit', 'qualifier', 'change'])

const same = (text: string): Stretch => ({ kind: 'same', text })

function alarmOf(jumps: readonly Jump[]): Pick<Line, 'alarm'> {
  return jumps.length > 0 ? { alarm: jumps.map(jump => JUMPS[jump]).join('；') } : {}
}

/** 旧 → 新, or the one that there is. */
function arrow({ before, after }: Sides<string>): Stretch[] {
  const [gone, added] = [before, after].map(text => (text === '' ? '（空）' : text))
  if (gone === null || gone === undefined) return [{ kind: 'added', text: added! }]
  if (added === null || added === undefined) return [{ kind: 'gone', text: gone }]
  return [{ kind: 'gone', text: gone }, same(' → '), { kind: 'added', text: added }]
}

/** 旧 → 新, or what both say. */
function became(sides: Sides<string>): Stretch[] {
  return sides.before !== null && sides.before === sides.after ? [same(sides.before)] : arrow(sides)
}

function follow(name: string, stretches: readonly Stretch[]): Line {
  return { mark: '', stretches: [same(`${name}：`), ...stretches] }
}

/** What became of a text, word by word; the whole where it was or became nothing. */
function reworded(name: string, sides: Sides<string>): Line {
  const { before, after } = sides
  if (!before || !after) return follow(name, arrow(sides))
  return { ...follow(name, nearChanges(wordChanges(before, after))), inWords: true }
}

/** A line for each field that changed; what only follows from another one is left out. */
function detailLines(details: readonly Detail[]): Line[] {
  return toldDetails(details).map(({ name, before, after }) => reworded(name, { before, after }))
}

function pagesOf({ before, after }: FigureChange['slides']): string {
  const list = (numbers: readonly number[]): string => `第 ${numbers.join('、')} 页`
  if (after.length > 0) return list(after)
  return before.length > 0 ? `原${list(before)}` : ''
}

function figureLines({ state, before, after, details, jumps, slides }: FigureChange): Line[] {
  const { label, id } = (after ?? before)!
  const printed = { before: before?.text ?? null, after: after?.text ?? null }
  const pages = pagesOf(slides)
  // What is added or gone is told apart by its period too.
  const period = state === 'changed' ? [] : [same(`，${(after ?? before)!.period}`)]
  const stretches = [same(`${label}（${id}） `), ...became(printed), ...period, ...(pages ? [same(`，${pages}`)] : [])]
  const seen = before?.text !== after?.text
  const others = details.filter(({ path }) => !(seen && PRINTED.has(path)))
  return [{ mark: MARKS[state], stretches, ...alarmOf(jumps) }, ...detailLines(others)]
}

function cellText({ row, column }: Pick<CellChange, 'row' | 'column'>): string {
  return `${row}·${column} `
}

/** Rows and columns that came or went are told as such, with the cells of rows behind them. */
function tableLines({ state, id, label, rows, columns, arranged, cells, details }: TableChange): Line[] {
  const head = { mark: MARKS[state], stretches: [same(`表《${label.after ?? label.before}》（${id}）`)] }
  if (state !== 'changed') return [{ ...head, stretches: [...head.stretches, same(` 共 ${cells.length} 格`)] }]
  const strips = (['added', 'gone'] as const).flatMap(side => [
    ...rows[side].map(row => {
      const printed = cells.filter(cell => cell.row === row).map(cell => cell[side === 'added' ? 'after' : 'before'])
      return strip(side, `${row}行`, `：${printed.filter(text => text !== null).join('、')}`)
    }),
    ...columns[side].map(column => strip(side, `“${column}”列`, '')),
  ])
  // What a cell says beside its number follows from the table.
  const known = cells.filter(({ row, column, state, before, after }) =>
    state === 'changed' ? before !== after : !(rows[state].includes(row) || columns[state].includes(column)),
  )
  return [
    head,
    ...detailLines(details),
    ...(arranged ? [{ mark: '', stretches: [same('行列的次序或表头有改动')] }] : []),
    ...strips,
    ...known.map(cell => ({
      mark: '',
      stretches: [same(cellText(cell)), ...arrow(cell)],
      ...alarmOf(cell.jumps),
    })),
  ]
}

function strip(side: 'added' | 'gone', name: string, more: string): Line {
  return { mark: '', stretches: [same(side === 'added' ? '添' : '去'), { kind: side, text: name }, same(more)] }
}

function targetLines({ state, id, before, after, details }: TargetChange): Line[] {
  const { label, plan, done } = (after ?? before)!
  const whole = `计划${plan}${done && `，完成${done}`}`
  return [
    {
      mark: MARKS[state],
      stretches: [
        same(`${label}（${id}）`),
        ...(state === 'changed' ? [] : [same(' '), { kind: state, text: whole } as const]),
      ],
    },
    ...toldDetails(details).map(({ name, ...sides }) => follow(name, arrow(sides))),
  ]
}

function entryLines({ state, sort, id, before, after, details }: EntryChange): Line[] {
  const name = `${ENTRY_SORTS[sort] ?? sort}${id && `（${id}）`}`
  if (state !== 'changed') return [{ mark: MARKS[state], stretches: [same(`${name} `), ...arrow({ before, after })] }]
  return [{ mark: MARKS[state], stretches: [same(name)] }, ...detailLines(details)]
}

/** 第 4 页（原第 5 页）, 第 4 页, or 原第 5 页. */
function placeOf({ before, after }: Pick<SlideChange, 'before' | 'after'>): string {
  if (!after) return `原第 ${before!.no} 页`
  return `第 ${after.no} 页${before && before.no !== after.no ? `（原第 ${before.no} 页）` : ''}`
}

/** A slide in one line: what happened to it, its numbers and its title. */
export function slideHead(slide: SlideChange): Line {
  const { state, before, after, moved } = slide
  const title = (after ?? before)!.title
  const head = `${placeOf(slide)}${title && `《${title}》`}${state === 'changed' && moved ? '，换了位置' : ''}`
  return { mark: MARKS[state], stretches: [same(head)] }
}

/** What changed of a slide. @param tell how a figure changed */
export function slideChanges(
  { title, text, note, written, settings = [], figures = [], refers = [], pictures = [] }: SlideChange,
  tell: (id: string) => Stretch[],
): Line[] {
  return [
    ...(title ? [reworded('标题', title)] : []),
    ...(text ? [reworded('正文', text)] : []),
    ...(note ? [reworded('备注', note)] : []),
    ...(written ? [reworded('写法', written)] : []),
    ...settings.map(({ key, before, after }) =>
      follow(`设置 ${key}`, arrow({ before: before ?? '', after: after ?? '' })),
    ),
    ...(figures.length > 0
      ? [
          follow(
            '数据',
            figures.flatMap((id, index) => [...(index > 0 ? [same('；')] : []), ...tell(id)]),
          ),
        ]
      : []),
    ...(refers.length > 0 ? [follow('还用到', [same(refers.map(referText).join('、'))])] : []),
    ...(pictures.length > 0 ? [follow('图片', [same(pictures.join('、'))])] : []),
  ]
}

function referText(key: string): string {
  const [sort = '', id = ''] = key.split(':')
  return `${SORT_NAMES[sort as keyof typeof SORT_NAMES] ?? ENTRY_SORTS[sort] ?? ''}（${id}）`
}

function oneSided({ before, after }: Sides<string>): Stretch[] {
  return before === null ? [same('（新）')] : after === null ? [same('（去）')] : []
}

/** How figures and cells changed, by their ids. */
export function figureTeller({ figures, tables }: DeckDiff): (id: string) => Stretch[] {
  const ofFigures = figures.map(({ id, before, after }): [string, Stretch[]] => {
    const texts = { before: before?.text ?? null, after: after?.text ?? null }
    return [id, [same(`${(after ?? before)!.label} `), ...became(texts), ...oneSided(texts)]]
  })
  const ofCells = tables
    .flatMap(({ cells }) => cells)
    .flatMap((cell): [string, Stretch[]][] =>
      cell.id === null ? [] : [[cell.id, [same(cellText(cell)), ...became(cell), ...oneSided(cell)]]],
    )
  const known = new Map([...ofFigures, ...ofCells])
  return id => known.get(id) ?? [same(id)]
}

/** All changes, chapter by chapter; what belongs to none first. Chapters without a change are left out. */
export function chapterParts(diff: DeckDiff): ChapterPart[] {
  const tell = figureTeller(diff)
  const known = new Set(diff.chapters.map(({ id }) => id))
  const groups = [{ id: '', title: '全稿' }, ...diff.chapters]
  return groups
    .map(({ id, title }) => {
      const own = <Change extends { chapter: string }>(changes: readonly Change[]): Change[] =>
        changes.filter(({ chapter }) => (known.has(chapter) ? chapter : '') === id)
      const pictures = id === '' ? diff.pictures : []
      const sections: Section[] = [
        { heading: '数据', lines: own(diff.figures).flatMap(figureLines) },
        { heading: '表', lines: own(diff.tables).flatMap(tableLines) },
        { heading: '目标', lines: own(diff.targets).flatMap(targetLines) },
        { heading: '说明', lines: own(diff.entries).flatMap(entryLines) },
        {
          heading: '图片',
          lines: pictures.map(({ state, file }) => ({ mark: MARKS[state], stretches: [same(`public/${file}`)] })),
        },
        { heading: SLIDES, lines: own(diff.slides).flatMap(slide => [slideHead(slide), ...slideChanges(slide, tell)]) },
      ]
      return { title, sections: sections.filter(({ lines }) => lines.length > 0) }
    })
    .filter(({ sections }) => sections.length > 0)
}

/** How many of each changed: 数据改 2、添 1；幻灯片改 3、移 1. */
export function countsOf({ figures, tables, targets, entries, pictures, slides }: DeckDiff): string {
  const parts = { 数据: figures, 表: tables, 目标: targets, 说明: entries, 图片: pictures, 幻灯片: slides }
  return Object.entries(parts)
    .filter(([, changes]) => changes.length > 0)
    .map(([name, changes]) => {
      const counts = Object.entries(MARKS).map(([state, mark]) => [
        mark,
        changes.filter((change: { state: string }) => change.state === state).length,
      ])
      return `${name}${counts
        .filter(([, count]) => count !== 0)
        .map(([mark, count]) => `${mark} ${count}`)
        .join('、')}`
    })
    .join('；')
}
