import type { Context } from '../../lib/command.ts'
import { canvasOf } from '../../lib/look.ts'
import type { ExportArgs } from '../options.ts'
import type { ForeignTemplate } from '../pptx/foreign/read.ts'
import { slidesOf, type ExportForm } from './form.ts'

const nameOf = (fileName: string): string => `${fileName}.pptx`

/** Slides that can be edited, with the notes of the speaker. */
export const pptx: ExportForm = {
  name: 'pptx',
  about: '可以改的 PPTX：文字、表格、图形都是 PowerPoint 自己的，备注里有讲稿和数据依据；不受 --clicks 影响',
  makes: (file, { fileName }) => file === nameOf(fileName),
  async reject(args, context) {
    await templateOf(args, context)
  },
  async write({ args, context, deck, drawings, stage }) {
    const [{ makePptx }, { lostTexts }] = await Promise.all([import('../pptx/make.ts'), import('../pptx/lost.ts')])
    context.log.info('正在写 PPTX……')
    const { print, layouts } = slidesOf(drawings)
    const { bytes, slides } = await makePptx({
      page: print.page,
      root: context.root,
      deck,
      canvas: canvasOf(deck, print.look),
      date: context.date(),
      template: await templateOf(args, context),
    })
    const file = nameOf(deck.fileName)
    stage.write(file, bytes)
    return { files: [file], count: slides.length, problems: lostTexts(layouts, slides) }
  },
  summary: (file, count) => `${file}（${count} 页）`,
}

/** The organisation's template, where one is asked for. */
async function templateOf({ template }: ExportArgs, { root }: Context): Promise<ForeignTemplate | undefined> {
  if (template === undefined) return undefined
  const [{ readGiven }, { readForeign }, { withPictureGrounds }] = await Promise.all([
    import('../../lib/read-file.ts'),
    import('../pptx/foreign/read.ts'),
    import('../pptx/foreign/grounds.ts'),
  ])
  return withPictureGrounds(readForeign(template, await readGiven(root, template)))
}
