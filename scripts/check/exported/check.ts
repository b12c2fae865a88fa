import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { HuibaoError, unlessMissing } from '../../../model/errors.ts'
import type { CheckContext } from '../context.ts'
import { mergeFindings, type CategoryResult } from '../finding.ts'
import { readGiven } from '../../lib/read-file.ts'
import { judgeExport } from './judge.ts'
import { knownDeck } from './known.ts'
import { isReadable, kinds, READERS } from './readers.ts'

/** Largest file that is read: bytes. */
const MOST_BYTES = 512 * 2 ** 20

/** Folder of exports, where no file is named. */
const FOLDER = 'exports'

/** Reads exported files again, and says what in them is no figure's. */
export async function check(_: ReadonlySet<string>, { args, context }: CheckContext): Promise<CategoryResult> {
  const { root, log } = context
  const files = args.files.length > 0 ? args.files : await exportedFiles(root)
  const deck = await knownDeck(root)
  const findings = []
  let pictures = 0
  for (const file of files) {
    log.info(`正在检查 ${file}……`)
    const read = await READERS[path.extname(file).toLowerCase()]!()
    const exported = await read(file, await readGiven(root, file, MOST_BYTES), deck.slides.length)
    pictures += exported.pictures
    findings.push(...judgeExport(file, exported, deck))
  }
  const pixels = pictures > 0 ? `；图片 ${pictures} 张未查，里面的字要人来看` : ''
  return { findings: mergeFindings(findings), scope: `导出的文件 ${files.length} 个（${files.join('、')}）${pixels}` }
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
