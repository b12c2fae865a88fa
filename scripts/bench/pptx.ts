import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { HuibaoError } from '../../model/errors.ts'
import type { Context } from '../lib/command.ts'
import { unzip } from '../lib/facts/office/unzip.ts'
import { elementsOf, readXml, textOf } from '../lib/facts/office/xml.ts'
import { run as runProcess } from '../lib/run.ts'
import { ensureBrowser } from '../browser/ensure.ts'
import { ourExport, slidevExport, timed } from './exporters.ts'
import { median } from './summary.ts'

/** What a presentation has that can be edited, and what it has in the place of that. */
export interface PptxContents {
  bytes: number
  slides: number
  /** Shapes with text. */
  texts: number
  charts: number
  tables: number
  pictures: number
  /** Shapes without text. */
  shapes: number
  /** Pages of notes in which tags of the page's markup stand. */
  markedNotes: number
}

export interface PptxBench {
  ours: PptxContents & { timings: number[] }
  slidev: PptxContents & { timings: number[] }
}

/** The slides and notes of a presentation may take this many bytes unpacked. */
const MOST_UNPACKED = 256 * 2 ** 20

/** Counts what is in a presentation. @param file for messages */
export function countPptx(content: Uint8Array, file: string): PptxContents {
  const parts = unzip(content, file, name => /^ppt\/(?:slides|notesSlides)\/[^/]+\.xml$/.test(name), MOST_UNPACKED)
  const slides = [...parts].filter(([name]) => name.startsWith('ppt/slides/')).map(([, xml]) => readXml(xml, file))
  const notes = [...parts].filter(([name]) => name.startsWith('ppt/notesSlides/')).map(([, xml]) => readXml(xml, file))
  const count = (name: string): number => slides.reduce((sum, slide) => sum + elementsOf(slide, name).length, 0)
  const words = (shape: (typeof slides)[number]): string => elementsOf(shape, 't').map(textOf).join('')
  const texts = slides.flatMap(slide => elementsOf(slide, 'sp')).filter(shape => words(shape).trim() !== '').length
  return {
    bytes: content.length,
    slides: slides.length,
    texts,
    charts: count('chart'),
    tables: count('tbl'),
    pictures: count('pic'),
    shapes: count('sp') + count('cxnSp') - texts,
    markedNotes: notes.filter(page => /<\/?[a-z]/i.test(words(page))).length,
  }
}

/**
 * Exports the deck in the working folder to PPTX in turn with Slidev's own, each with its site built anew, and counts
 * what is in the files.
 * @param runs how often each is timed
 * @throws HuibaoError where one of them fails
 */
export async function benchPptx(runs: number, context: Context, run = runProcess): Promise<PptxBench> {
  const { host, life, log } = context
  const browser = await ensureBrowser({ host, life, log })
  await using part = life.part()
  const out = await mkdtemp(path.join(tmpdir(), 'huibao-bench-'))
  part.defer(() => rm(out, { recursive: true, force: true }))
  const file = path.join(out, 'slidev.pptx')
  const timings: Record<keyof PptxBench, number[]> = { ours: [], slidev: [] }
  const progress = log.progress('正在计时', runs * 2)
  part.defer(progress.stop)
  let own = ''
  for (let turn = 0; turn < runs; turn += 1) {
    const { timing, stdout } = await timed('npm run export', ourExport(out, ['pptx', '--rebuild']), context, run)
    timings.ours.push(timing.duration)
    own = (JSON.parse(stdout) as { files: string[] }).files.find(each => each.endsWith('.pptx'))!
    progress.tick()
    await rm(file, { force: true })
    const editable = slidevExport(file, browser, ['--format', 'pptx-editable'])
    timings.slidev.push((await timed('slidev export', editable, context, run)).timing.duration)
    progress.tick()
  }
  const counted = async (name: string): Promise<PptxContents> =>
    countPptx(
      await readFile(path.resolve(context.root, name)).catch(() => {
        throw new HuibaoError(`没有写出 ${path.basename(name)}，无法比较`)
      }),
      name,
    )
  return {
    ours: { ...(await counted(own)), timings: timings.ours },
    slidev: { ...(await counted(file)), timings: timings.slidev },
  }
}

/** Both beside each other, as a table in Markdown. */
export function formatPptxBench({ ours, slidev }: PptxBench): string[] {
  const rows: [name: string, of: (side: PptxBench['ours']) => string][] = [
    ['用时（中位数）', ({ timings }) => `${(median(timings) / 1000).toFixed(1)} 秒`],
    ['文件', ({ bytes }) => `${(bytes / 1e6).toFixed(1)} MB`],
    ['幻灯片', ({ slides }) => `${slides}`],
    ['有字的文本框', ({ texts }) => `${texts}`],
    ['图表（能改数）', ({ charts }) => `${charts}`],
    ['表格', ({ tables }) => `${tables}`],
    ['图片', ({ pictures }) => `${pictures}`],
    ['没有字的图形', ({ shapes }) => `${shapes}`],
    ['留着网页标记的备注页', ({ markedNotes }) => `${markedNotes}`],
  ]
  return [
    '| | 汇报 export pptx | slidev export --format pptx-editable |',
    '|---|--:|--:|',
    ...rows.map(([name, of]) => `| ${name} | ${of(ours)} | ${of(slidev)} |`),
  ]
}
