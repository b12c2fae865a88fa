import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { ENGINE_ROOT } from '../../model/engine.ts'
import { HuibaoError } from '../../model/errors.ts'
import type { Chapter } from '../../model/figure.ts'
import { readNumbers } from '../../model/reading/numbers.ts'
import { DataError } from '../../model/problems.ts'
import type { DeckSource, Photo } from '../../model/source.ts'
import { surveyDeck } from '../../model/survey.ts'
import { soundBases } from '../../model/unit-rules.ts'
import { setBases } from '../../model/units.ts'
import { namesOf } from '../draft/chapter.ts'
import { draftSlides } from '../draft/draft.ts'
import { COVER, withDrafted } from '../draft/into.ts'
import { sceneOf } from '../draft/pictures.ts'
import { CELLS_FILE, printCellMaps } from '../lib/cells/cell-map.ts'
import type { DeckDraft } from '../lib/draft.ts'
import { printDataFiles } from '../lib/data-files/index.ts'
import type { DeckContent } from './create.ts'
import type { GivenFile } from '../suggest/sources.ts'
import { withKnownRows } from './known-rows.ts'

/** What the engine's scenes show, where a chapter has no name without a number. */
const CAPTIONS = { city: '城市', field: '乡村', industry: '产业', people: '民生', trade: '商贸' } as const

/**
 * What a deck holds that is made from a draft: its data, slides, scenes, and the files that it comes from.
 * @throws HuibaoError where the draft has nothing to show, or its data is not in order
 */
export async function draftedContent(draft: DeckDraft, files: readonly GivenFile[]): Promise<DeckContent> {
  const { title, subtitle, cells } = draft
  if (isEmpty(draft.source))
    throw new HuibaoError(`${files.map(({ name }) => name).join('、')}里没有读到一个数，什么也没有写`, {
      hint: '表格要有列名、单位和数，一张表一块；文章里的数要带单位。',
    })
  const pictured = withSlots(withKnownRows(draft.source, title))
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

const isEmpty = ({ figures, tables = [], quotes }: DeckSource): boolean =>
  figures.every(file => file.figures.length === 0) &&
  tables.every(file => file.tables.length === 0) &&
  quotes.quotes.length === 0

/**
 * A place for a photo in each chapter that has something to show. Until a photo is there, a scene of the engine stands
 * in it: drawings of another deck have not come along.
 */
function withSlots(source: DeckSource): DeckSource {
  const { photos } = source.photos
  const slots = photos.length > 0 ? photos.map(withScene) : source.chapters.flatMap(chapter => slotOf(chapter, source))
  return { ...source, photos: { ...source.photos, photos: slots } }
}

function withScene(photo: Photo): Photo {
  const scene = sceneOf([photo.caption])
  return { ...photo, alt: `${CAPTIONS[scene]}的示意图`, scene: `scenes/${scene}.svg` }
}

function slotOf(chapter: Chapter, source: DeckSource): Photo[] {
  const { id, short, topic } = chapter
  if (!isShown(id, source)) return []
  const own = source.figures.filter(file => file.chapter === id)
  const labels = own.flatMap(({ figures }) => figures.map(({ label }) => label))
  const scene = sceneOf(namesOf(chapter), labels)
  // A caption of the deck's own bears no number.
  const caption = [short, topic].find(name => readNumbers(name).length === 0) ?? CAPTIONS[scene]
  return [{ id, caption, ownCaption: true, alt: `${caption}的示意图`, scene: `scenes/${scene}.svg` }]
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
