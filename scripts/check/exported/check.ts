import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { HuibaoError, unlessMissing } from '../../../model/errors.ts'
import { loadSoundDeck } from '../../../model/load.ts'
import { readGiven } from '../../lib/read-file.ts'
import { serveSite } from '../../site/serve.ts'
import type { CheckContext } from '../context.ts'
import { mergeFindings, type CategoryResult, type PlacedFinding } from '../finding.ts'
import { readWritten } from '../numbers/source.ts'
import type { NumbersRendering, RenderContext } from '../rendering.ts'
import type { ExportedFile } from './facts.ts'
import { judgeExport } from './judge.ts'
import { knownDeck } from './known.ts'
import { isReadable, kinds, READERS } from './readers.ts'
import type { ReadingTools } from './tools.ts'

/** Largest file that is read: bytes. */
const MOST_BYTES = 512 * 2 ** 20

/** Folder of exports, where no file is named. */
const FOLDER = 'exports'

/** Reads exported files again, and says what in them is no figure's. */
export async function check(_: ReadonlySet<string>, checkContext: CheckContext): Promise<CategoryResult> {
  const { args, context } = checkContext
  const files = args.files.length > 0 ? args.files : await exportedFiles(context.root)
  const { read, judge } = await createExportsCheck(checkContext)
  const findings = []
  let pictures = 0
  for (const file of files) {
    context.log.info(`正在检查 ${file}……`)
    const exported = await read(file)
    pictures += exported.pictures
    findings.push(...judge(file, exported))
  }
  const pixels = pictures > 0 ? `；图片 ${pictures} 张未查，里面的字要人来看` : ''
  return { findings: mergeFindings(findings), scope: `导出的文件 ${files.length} 个（${files.join('、')}）${pixels}` }
}

/** What exported files of a deck are read and judged with. */
export interface ExportsCheck {
  read: (file: string) => Promise<ExportedFile>
  judge: (file: string, exported: ExportedFile) => PlacedFinding[]
}

/** Renders what a deck says, for exported files to be compared with. */
export async function createExportsCheck(checkContext: CheckContext): Promise<ExportsCheck> {
  const { context, deck } = checkContext
  const { root } = context
  const [data, written, site] = await Promise.all([
    loadSoundDeck(root),
    readWritten(root),
    renderAll(checkContext, checkContext.site),
  ])
  const known = knownDeck(site, written, data, deck)
  const tools: ReadingTools = { total: deck.total, render: html => renderFile(checkContext, html) }
  return {
    async read(file) {
      const reader = await READERS[path.extname(file).toLowerCase()]!()
      return reader(file, await readGiven(root, file, MOST_BYTES), tools)
    },
    judge: (file, exported) => judgeExport(file, exported, known),
  }
}

/** Renders all that a site says on its slides, on the page to read as on paper, and in its notes. */
async function renderAll(checkContext: CheckContext, site: CheckContext['site']): Promise<NumbersRendering> {
  const { renderDeck, renderPaper } = await import('../render.ts')
  const { args, deck } = checkContext
  const renderContext: RenderContext = {
    ...checkContext,
    site,
    numbers: Array.from({ length: deck.total }, (__, index) => index + 1),
    args: { ...args, rules: new Map([['numbers', new Set(['digits'])]]), references: true },
  }
  const { numbers } = await renderDeck(renderContext)
  return { ...numbers!, reading: [...numbers!.reading, ...(await renderPaper(renderContext))] }
}

/** Renders a site that is one HTML file, at an address of its own. */
async function renderFile(checkContext: CheckContext, html: Uint8Array): Promise<NumbersRendering> {
  const folder = await mkdtemp(path.join(tmpdir(), 'huibao-'))
  await using life = checkContext.context.life.part()
  life.defer(() => rm(folder, { recursive: true, force: true }))
  await writeFile(path.join(folder, 'index.html'), html)
  const origin = await serveSite(folder, life)
  return await renderAll({ ...checkContext, hasPolicy: true }, async () => `${origin}/#`)
}

/** The files in the folder of exports that can be read. */
async function exportedFiles(root: string): Promise<string[]> {
  const names = await unlessMissing(readdir(path.join(root, FOLDER)), [])
  const files = names.filter(isReadable).sort()
  if (files.length === 0)
    throw new HuibaoError(`${FOLDER}/ 里没有 ${kinds()} 文件`, {
      hint: '请先 npm run export -- all，或写出文件的名字：npm run check -- exports 汇报.pptx。',
      exitCode: 2,
    })
  return files.map(name => `${FOLDER}/${name}`)
}
