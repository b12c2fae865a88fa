import type { ExportForm } from './form.ts'

const nameOf = (fileName: string): string => `${fileName}-a4.pdf`

/** The page to read, on A4 paper. */
export const handout: ExportForm = {
  name: 'handout',
  about: `“文稿名-a4.pdf”：一张 A4 纸上排几页幻灯片的讲义，黑白打印也看得清，不含备注；
总是浅色，每页只印点击完之后的画面，不受 --skin、--aspect、--clicks 影响`,
  draws: 'reading',
  makes: (file, { fileName }) => file === nameOf(fileName),
  async write({ context, deck, drawings, stage, facts }) {
    const { printHandout } = await import('../handout.ts')
    context.log.info('正在印 A4 讲义……')
    const { bytes, pages, problems } = await printHandout(drawings.reading!, deck, context.date(), facts)
    const file = nameOf(deck.fileName)
    stage.write(file, bytes)
    return { files: [file], count: pages, problems }
  },
  summary: (file, count) => `${file}（${count} 页）`,
}
