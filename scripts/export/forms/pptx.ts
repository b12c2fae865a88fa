import { canvasOf } from '../../lib/look.ts'
import { slidesOf, type ExportForm } from './form.ts'

const nameOf = (fileName: string): string => `${fileName}.pptx`

/** Slides that can be edited, with the notes of the speaker. */
export const pptx: ExportForm = {
  name: 'pptx',
  about: '可以改的 PPTX：文字、表格、图形都是 PowerPoint 自己的，备注里有讲稿和数据依据；不受 --clicks 影响',
  makes: (file, { fileName }) => file === nameOf(fileName),
  async write({ context, deck, drawings, stage }) {
    const [{ makePptx }, { lostTexts }] = await Promise.all([import('../pptx/make.ts'), import('../pptx/lost.ts')])
    context.log.info('正在写 PPTX……')
    const { print, layouts } = slidesOf(drawings)
    const { bytes, slides } = await makePptx({
      page: print.page,
      root: context.root,
      deck,
      canvas: canvasOf(deck, print.look),
      date: context.date(),
    })
    const file = nameOf(deck.fileName)
    stage.write(file, bytes)
    return { files: [file], count: slides.length, problems: lostTexts(layouts, slides) }
  },
  summary: (file, count) => `${file}（${count} 页）`,
}
