import type { ExportForm } from './form.ts'

const nameOf = (fileName: string): string => `${fileName}-card.png`

/** The cover as chats and feeds show it beside a link. */
export const card: ExportForm = {
  name: 'card',
  about: '“文稿名-card.png”：900×500 像素的封面，转发时用',
  draws: 'card',
  makes: (file, { fileName }) => file === nameOf(fileName),
  async write({ deck, drawings, stage }) {
    const { shootCard } = await import('../card.ts')
    const { print, snapshots } = drawings.card!
    const file = nameOf(deck.fileName)
    stage.write(file, await shootCard(print.page, snapshots[0]!))
    return { files: [file], count: 1, problems: [] }
  },
  summary: file => file,
}
