import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { ENGINE_ROOT } from '../../model/engine.ts'
import { HuibaoError } from '../../model/errors.ts'
import { readNumbers } from '../../model/reading/numbers.ts'
import { DataError } from '../../model/problems.ts'
import type { DeckSource, Photo } from '../../model/source.ts'
import { surveyDeck } from '../../model/survey.ts'
import { soundBases } from '../../model/unit-rules.ts'
import { setBases } from '../../model/units.ts'
import { draftSlides } from '../draft/draft.ts'
import { withDrafted } from '../draft/into.ts'
import { sceneOf } from '../draft/pictures.ts'
import { CELLS_FILE, printCellMaps } from '../lib/cells/cell-map.ts'
import type { DeckDraft } from '../lib/draft.ts'
import { printDataFiles } from '../lib/data-files/index.ts'
import type { DeckContent } from './create.ts'
import type { GivenFile } from '../suggest/sources.ts'

/** What the engine's scenes show, where a chapter has no name without a number. */
const CAPTIONS = { city: '城市', industry: '产业', people: '民生' } as const

/** Picture of a new deck's cover, which every deck has. */
const COVER = 'scenes/cover.svg'

/**
 * What a deck holds that is made from a draft: its data, slides, scenes, and the files that it comes from.
 * @throws HuibaoError where the draft's data is not in order
 */
export async function draftedContent(draft: DeckDraft, files: readonly GivenFile[]): Promise<DeckContent> {
  const { title, subtitle, cells } = draft
  const pictured = withSlots(draft.source)
  setBases(soundBases(pictured.units))
  const { deck, problems } = surveyDeck(pictured)
  if (problems.length > 0) throw new HuibaoError(new DataError(problems).message)
  const head = { title, ...(subtitle !== undefined && { subtitle }), scene: COVER }
  const drafted = draftSlides(deck, head, pictured)
  const source = withDrafted(pictured, drafted)
  return {
    files: new Map<string, string | Uint8Array>([
      ...printDataFiles({ ...draft, source }),
      ...(cells ? [[CELLS_FILE, printCellMaps(cells)] as const] : []),
      ['slides.md', drafted.slides],
      ['README.md', readme(title, files)],
      ...(await sceneFiles(source.photos.photos)),
      ...files.map(({ name, bytes }) => [name, bytes] as const),
    ]),
  }
}

/** A place for a photo in each chapter that has something to show, with a scene of the engine until it is there. */
function withSlots(source: DeckSource): DeckSource {
  if (source.photos.photos.length > 0) return source
  const photos = source.chapters
    .filter(({ id }) => isShown(id, source))
    .map((chapter): Photo => {
      const scene = sceneOf(chapter)
      // A caption of the deck's own bears no number.
      const caption = [chapter.short, chapter.topic].find(name => readNumbers(name).length === 0) ?? CAPTIONS[scene]
      return { id: chapter.id, caption, ownCaption: true, alt: `${caption}的示意图`, scene: `scenes/${scene}.svg` }
    })
  return { ...source, photos: { ...source.photos, photos } }
}

function isShown(id: string, { figures, tables = [], quotes }: DeckSource): boolean {
  return (
    figures.some(({ chapter, figures: own }) => chapter === id && own.length > 0) ||
    tables.some(file => file.tables.some(({ chapter }) => chapter === id)) ||
    quotes.quotes.some(({ chapter }) => chapter === id)
  )
}

async function sceneFiles(photos: readonly Photo[]): Promise<[string, Uint8Array][]> {
  const scenes = [...new Set(photos.map(({ scene }) => scene))]
  return Promise.all(
    scenes.map(async scene => {
      const file = path.join(ENGINE_ROOT, 'components', scene)
      return [`public/${scene}`, await readFile(file)] satisfies [string, Uint8Array]
    }),
  )
}

function readme(title: string, files: readonly GivenFile[]): string {
  const given = files.map(({ name }) => `\`${name}\``).join('、')
  return `# ${title}

由${given}起的稿。\`slides.md\` 是幻灯片，\`data/\` 是数据和每个数的出处，\`public/\` 是图片；引擎是 \`package.json\` 里的 \`huibao\`。

\`\`\`sh
npm install
npm run export
\`\`\`

先运行 \`npm run check -- facts\`，把标着待核的逐条核对；再用 \`npm run dev\` 边看边改 \`slides.md\`。照片放进 \`public/photos/\`，
文件名是图位的编号（见 \`data/photos.ts\`）。\`npm run check\` 检查，\`npm run present\` 放映。
`
}
