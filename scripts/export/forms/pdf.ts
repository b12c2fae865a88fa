import { step } from '../../lib/steps.ts'
import { slidesOf, type ExportForm } from './form.ts'

const nameOf = (fileName: string): string => `${fileName}.pdf`

/** A page for each slide, or for each of its click states. */
export const pdf: ExportForm = {
  name: 'pdf',
  about: '每页一张的 PDF',
  byDefault: true,
  makes: (file, { fileName }) => file === nameOf(fileName),
  async write({ context, deck, drawings, stage, facts }) {
    const { finishPdf, printPdf } = await import('../pdf.ts')
    const { findLostText, readPdfText } = await import('../pdf-text.ts')
    context.log.info('正在印 PDF……')
    const { print, snapshots, layouts } = slidesOf(drawings)
    const printed = await step('print', () => printPdf(print.page))
    const { bytes, problems } = await step('finish', () => finishPdf(printed, deck, snapshots, context.date(), facts))
    const file = nameOf(deck.fileName)
    stage.write(file, bytes)
    const texts = await step('text', () => readPdfText(printed))
    return { files: [file], count: snapshots.length, problems: [...problems, ...findLostText(layouts, texts)] }
  },
  summary: (file, count) => `${file}（${count} 页）`,
}
