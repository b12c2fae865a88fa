import type { Page } from 'playwright-chromium'
import { step } from '../../lib/steps.ts'
import { slidesOf, type ExportForm, type FormJob } from './form.ts'
import { marginsOf } from '../paper/margins.ts'
import type { SlideSnapshot } from '../inspect.ts'
import type { SaidLine } from '../paper/notes-pages.ts'

const nameOf = (fileName: string): string => `${fileName}.pdf`

const load = () =>
  Promise.all([
    import('../pdf.ts'),
    import('../pdf-text.ts'),
    import('../paper/notes-pages.ts'),
    import('@cantoo/pdf-lib'),
  ])

/** A page for each slide, or for each of its click states. */
export const pdf: ExportForm = {
  name: 'pdf',
  about: '每页一张的 PDF',
  byDefault: true,
  load,
  makes: (file, { fileName }) => file === nameOf(fileName),
  async write({ args, context, deck, drawings, stage, facts }) {
    const [{ finishPdf, printPdf }, { findLostText, PdfTextReader }, { findLostSpeech }] = await load()
    context.log.info('正在印 PDF……')
    const { print, snapshots, layouts } = slidesOf(drawings)
    const said = args.notesPages ? await addNotes(print.page, snapshots, { context, deck }) : []
    await using reader = new PdfTextReader()
    const printed = await step('print', () => printPdf(print.page))
    const [{ bytes, pages, problems }, texts] = await Promise.all([
      step('finish', () => finishPdf(printed, deck, snapshots, context.date(), { facts, notes: said.length > 0 })),
      step('text', () => reader.read(printed)),
    ])
    const file = nameOf(deck.fileName)
    stage.write(file, bytes)
    const lost = [...findLostText(layouts, texts), ...findLostSpeech(said, texts.slice(snapshots.length))]
    return { files: [file], count: pages, problems: [...problems, ...lost] }
  },
  summary: (file, count) => `${file}（${count} 页）`,
}

async function addNotes(
  page: Page,
  snapshots: readonly SlideSnapshot[],
  { context, deck }: Pick<FormJob, 'context' | 'deck'>,
): Promise<SaidLine[]> {
  const { appendNotes } = await import('../paper/notes-pages.ts')
  const { readDeckKnowledge } = await import('../pptx/deck-data.ts')
  const { speech } = await readDeckKnowledge(context.root)
  return appendNotes(page, snapshots, speech, marginsOf(deck, context.date()))
}
