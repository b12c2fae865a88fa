import { step } from '../../lib/steps.ts'
import { slidesOf, type ExportForm } from './form.ts'

const nameOf = (fileName: string): string => `${fileName}.pdf`

const load = () => Promise.all([import('../pdf.ts'), import('../pdf-text.ts'), import('@cantoo/pdf-lib')])

/** A page for each slide, or for each of its click states. */
export const pdf: ExportForm = {
  name: 'pdf',
  about: '每页一张的 PDF',
  byDefault: true,
  load,
  makes: (file, { fileName }) => file === nameOf(fileName),
  async write({ context, deck, drawings, stage, facts }) {
    const [{ finishPdf, printPdf }, { findLostText, readPdfTextAside }] = await load()
    context.log.info('正在印 PDF……')
    const { print, snapshots, layouts } = slidesOf(drawings)
    const printed = await step('print', () => printPdf(print.page))
    const [{ bytes, problems }, texts] = await Promise.all([
      step('finish', () => finishPdf(printed, deck, snapshots, context.date(), facts)),
      step('text', () => readPdfTextAside(printed)),
    ])
    const file = nameOf(deck.fileName)
    stage.write(file, bytes)
    return { files: [file], count: snapshots.length, problems: [...problems, ...findLostText(layouts, texts)] }
  },
  summary: (file, count) => `${file}（${count} 页）`,
}
