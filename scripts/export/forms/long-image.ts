import type { ExportForm } from './form.ts'

const nameOf = (fileName: string, index: number): string => `${fileName}-long-${String(index + 1).padStart(2, '0')}.png`

/** The page to read as pictures to scroll through, for groups in which nobody opens files. */
export const longImage: ExportForm = {
  name: 'longimage',
  about: '“文稿名-long-01.png”等长图：1080 像素宽，每张不超过 16000 像素高，在页与页之间断开，发群里看',
  draws: 'column',
  makes: (file, { fileName }) => file.startsWith(`${fileName}-long-`) && /-long-\d{2,}\.png$/.test(file),
  async write({ context, deck, drawings, stage }) {
    const { shootColumn } = await import('../long-image.ts')
    context.log.info('正在画长图……')
    const pictures = await shootColumn(drawings.column!.print.page)
    const files = pictures.map((picture, index) => {
      const file = nameOf(deck.fileName, index)
      stage.write(file, picture)
      return file
    })
    return { files, count: files.length, problems: [] }
  },
  summary: (file, count) => `${file}${count > 1 ? `等 ${count} 张长图` : '（长图）'}`,
}
