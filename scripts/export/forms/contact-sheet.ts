import { withProgress } from '../../lib/progress.ts'
import type { ExportForm } from './form.ts'

const nameOf = (fileName: string): string => `${fileName}-contact-sheet.png`

/** One picture of all slides, in every skin. */
export const contactSheet: ExportForm = {
  name: 'contact-sheet',
  about: '“文稿名-contact-sheet.png”：各页的缩略图，每页几种皮肤并排',
  draws: 'skins',
  makes: (file, { fileName }) => file === nameOf(fileName),
  async write({ context, deck, drawings: { skins }, stage }) {
    const { drawContactSheet } = await import('../contact-sheet.ts')
    const total = skins.reduce((sum, each) => sum + each.snapshots.length, 0)
    const drawn = await withProgress(context, '正在画缩略图一览', total, tick => drawContactSheet(skins, deck, tick))
    const file = nameOf(deck.fileName)
    stage.write(file, drawn)
    return { files: [file], count: skins[0]?.snapshots.length ?? 0, problems: [] }
  },
  summary: (file, count) => `${file}（${count} 页的缩略图）`,
}
