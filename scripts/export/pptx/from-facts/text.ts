import { isOnOneLine, union, type Rect } from '../../../../components/rect.ts'
import type { FlowFact, RunFact } from '../facts.ts'
import type { Bullet, Paragraph, TextRun, TextShape } from '../model.ts'
import { inkOf } from './ink.ts'

/** Where runs are this far from the line that most of it stands on, in shares of their size, they are set apart. */
const OFF_LINE = 0.06
/** How wide a space is, in shares of its size; less room than that between runs is none. */
const SPACE = 0.2
/** By how many px pitches of lines may differ and be one. */
const ONE_PITCH = 0.75
const SERIF = /serif|song|宋/i
/** What a line of one size takes, and how far above its lower edge text stands, in shares of that size. */
const LINE = 1.2
const DESCENT = 0.24

/** A line whose runs stand on one baseline. */
interface SetLine {
  runs: readonly RunFact[]
  rect: Rect
  /** Its lower edge: office programs hang lines of a set height on it. */
  bottom: number
  /** Px that it takes by itself. */
  height: number
}

/**
 * The shapes that hold a text: one for flows that belong together, and one for each run that stands off its line, such
 * as a sign in a frame.
 */
export function textShapes(flows: readonly FlowFact[]): TextShape[] {
  const apart: RunFact[] = []
  const main = oneShape(flows, runs => {
    const line = onLine(runs)
    apart.push(...runs.filter(run => !line.includes(run)))
    return line
  })
  return [
    ...(main ? [main] : []),
    ...apart.map(run =>
      shapeOf([{ flow: { ...flows[0]!, role: 'other', align: 'left' }, lines: [lineOf([run])] }], 'other'),
    ),
  ]
}

/** The shape of a text of which nothing can stand apart, as in a cell: what stands off a line is set in it. */
export function inlineShape(flows: readonly FlowFact[]): TextShape | undefined {
  return oneShape(flows, runs => runs)
}

/** @param setIn which of the runs that are seen on a line it has */
function oneShape(
  flows: readonly FlowFact[],
  setIn: (runs: readonly RunFact[]) => readonly RunFact[],
): TextShape | undefined {
  const texts = flows.map(flow => ({
    flow,
    lines: joinedLines(flow.lines)
      .map(runs => setIn(runs.filter(({ color }) => color[3] > 0)))
      .filter(runs => runs.length > 0)
      .map(lineOf),
  }))
  const main = texts.filter(({ lines }) => lines.length > 0)
  return main.length > 0 ? shapeOf(main, main[0]!.flow.role) : undefined
}

/** Lines of which one is not below the other, such as that of a small number at the top of a large one, are one. */
function joinedLines(lines: FlowFact['lines']): RunFact[][] {
  const joined: RunFact[][] = []
  for (const runs of lines) {
    const same = joined.at(-1)?.some(run => runs[0] && isOnOneLine(run.rect, runs[0].rect))
    if (same) joined.at(-1)!.push(...runs)
    else joined.push([...runs])
  }
  return joined
}

/** The runs of a line that do not stand off it. */
function onLine(runs: readonly RunFact[]): RunFact[] {
  if (runs.length === 0) return []
  const largest = runs.reduce((a, b) => (b.size > a.size ? b : a))
  return runs.filter(({ baseline, size }) => Math.abs(baseline - largest.baseline) <= 1 + OFF_LINE * size)
}

function lineOf(runs: readonly RunFact[]): SetLine {
  const largest = runs.reduce((a, b) => (b.size > a.size ? b : a))
  const first = runs[0]!
  const rect = runs.map(({ rect }) => rect).reduce(union)
  return {
    runs,
    rect: { ...rect, left: rect.left - first.trimmed },
    bottom: largest.baseline + DESCENT * largest.size,
    height: LINE * largest.size,
  }
}

function shapeOf(texts: readonly { flow: FlowFact; lines: readonly SetLine[] }[], role: TextShape['role']): TextShape {
  const all = texts.flatMap(({ lines }) => lines)
  const whole = all.map(({ rect }) => rect).reduce(union)
  const bullets = texts.map(({ flow, lines }) => bulletOf(flow, lines[0]!))
  const hanging = Math.max(0, ...bullets.map(bullet => bullet?.hanging ?? 0))
  const left = whole.left - hanging
  let above: number | undefined
  const paragraphs = texts.flatMap(({ flow, lines }, index) =>
    paragraphsOf(lines).map(({ lines: own, pitch }, no): Paragraph => {
      const top = own[0]!.bottom - pitch
      const before = above === undefined ? 0 : Math.max(0, top - above)
      above = own.at(-1)!.bottom
      const bullet = no === 0 ? bullets[index] : undefined
      return {
        align: flow.align,
        lines: own.map(({ runs }) => textRuns(runs)),
        indent: flow.align === 'left' ? own[0]!.rect.left - left : 0,
        pitch,
        before,
        ...(bullet && { bullet }),
      }
    }),
  )
  const first = all[0]!
  const top = first.bottom - paragraphs[0]!.pitch
  return { kind: 'text', role, rect: { left, top, right: whole.right, bottom: all.at(-1)!.bottom }, paragraphs }
}

/** Lines that are one paragraph: of one pitch, and with one left edge. */
function paragraphsOf(lines: readonly SetLine[]): { lines: SetLine[]; pitch: number }[] {
  if (lines.length === 1) return [{ lines: [...lines], pitch: lines[0]!.height }]
  const pitches = lines.slice(1).map(({ bottom }, index) => bottom - lines[index]!.bottom)
  const even = pitches.every(pitch => Math.abs(pitch - pitches[0]!) <= ONE_PITCH)
  const mean = (lines.at(-1)!.bottom - lines[0]!.bottom) / pitches.length
  const parts: { lines: SetLine[]; pitch: number }[] = []
  lines.forEach((line, index) => {
    const last = parts.at(-1)
    const pitch = even ? mean : pitches[Math.max(0, index - 1)]!
    if (even && last && Math.abs(last.lines[0]!.rect.left - line.rect.left) <= 1) last.lines.push(line)
    else parts.push({ lines: [line], pitch })
  })
  return parts
}

function bulletOf({ item, align }: FlowFact, { runs }: SetLine): Bullet | undefined {
  if (!item || align !== 'left') return undefined
  return { ...item, color: inkOf(item.color), hanging: 1.2 * runs[0]!.size }
}

/** Runs of one look as one, and the room between runs as spaces. */
export function textRuns(runs: readonly RunFact[]): TextRun[] {
  const result: TextRun[] = []
  const add = (run: TextRun): void => {
    const last = result.at(-1)
    if (last && isLike(last, run)) last.text += run.text
    else if (run.text !== '') result.push(run)
  }
  runs.forEach((run, index) => {
    const before = runs[index - 1]
    if (before && isApart(before, run)) add(spaceAfter(before, run.rect.left - before.rect.right))
    add(textRun({ ...run, text: trimEnds(run.text, index === 0, index === runs.length - 1) }))
  })
  return result
}

/** White space at the ends of a line is not shown. */
function trimEnds(text: string, first: boolean, last: boolean): string {
  const begun = first ? text.trimStart() : text
  return last ? begun.trimEnd() : begun
}

/** Whether there is as much room between runs as a space takes, and no space. */
function isApart(a: RunFact, b: RunFact): boolean {
  return b.rect.left - a.rect.right >= SPACE * Math.min(a.size, b.size) && !/\s$/.test(a.text) && !/^\s/.test(b.text)
}

/** A space behind a run, as wide as the room there; a line below the run ends where the run does. */
function spaceAfter(run: RunFact, room: number): TextRun {
  const { link: _, ...look } = textRun(run)
  const spacing = room - SPACE * run.size
  return { ...look, text: ' ', underline: false, spacing: spacing > 1 ? spacing : look.spacing }
}

function textRun({ text, size, bold, family, color, spacing, underline, link }: RunFact): TextRun {
  return {
    text,
    face: SERIF.test(family) ? 'heading' : 'body',
    size,
    bold,
    color: inkOf(color),
    underline,
    spacing,
    ...(link && { link }),
  }
}

function isLike({ text: _, ...a }: TextRun, { text: __, ...b }: TextRun): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
