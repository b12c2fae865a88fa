import path from 'node:path'
import { HuibaoError } from '../../model/errors.ts'
import { parseOptions, type Command, type CommandSpec } from '../lib/args.ts'
import type { Context } from '../lib/command.ts'
import { readGiven } from '../lib/read-file.ts'
import { saveWorkbook } from '../lib/xlsx/save.ts'

const SPEC = {
  name: 'workbook',
  operands: 'template|write|read 文件.xlsx',
  about: `数据和工作簿互换：不写 TypeScript，在 Excel 或 WPS 里填。

template：写一个空的工作簿，每张表有示例，列头有批注。
write：把文稿的数据写成工作簿。
read：把工作簿读回文稿的 data/；没有改的条目一个字节也不动。有一处不对就什么也不写，列出每一处的表、单元格、现在写的和应该写的。`,
  options: {
    force: { type: 'boolean', default: false, help: '已经有这个文件，也照写（template、write）' },
    annotate: { type: 'boolean', default: false, help: '有不对的地方时，另存一份，在单元格上用批注写明（read）' },
  },
  more: '例：npx huibao workbook write 数据.xlsx，改好以后 npx huibao workbook read 数据.xlsx',
} as const satisfies CommandSpec

const ACTIONS = ['template', 'write', 'read'] as const

export const command: Command = {
  spec: SPEC,
  async run(context) {
    const { values, positionals } = parseOptions(SPEC, context.args)
    const [action, file, ...more] = positionals
    if (!ACTIONS.includes(action as (typeof ACTIONS)[number]) || file === undefined || more.length > 0)
      throw new HuibaoError('要写做什么和哪个文件', {
        hint: '例如 npx huibao workbook write 数据.xlsx；说明见 npx huibao workbook --help',
        exitCode: 2,
      })
    if (action === 'read') return read(context, file, values.annotate)
    const [{ writeWorkbook, EMPTY_DRAFT }, { deckDraft }] = await Promise.all([
      import('./write.ts'),
      import('./deck-draft.ts'),
    ])
    const draft = action === 'template' ? EMPTY_DRAFT : await deckDraft(context.root)
    await saveWorkbook(context, file, writeWorkbook(draft), values.force)
    context.log.info(
      action === 'template'
        ? `填好以后：npx huibao new --to 文件夹 ${file}`
        : `改好以后：npx huibao workbook read ${file}`,
    )
    return 0
  },
}

async function read(context: Context, file: string, annotated: boolean): Promise<number> {
  const { root, log, print } = context
  const [{ readInto }, { changeLines }, { problemLines }] = await Promise.all([
    import('./read-into.ts'),
    import('./changes.ts'),
    import('../lib/xlsx/problem-lines.ts'),
  ])
  const bytes = await readGiven(root, file)
  const result = await readInto(root, bytes, path.basename(file))
  if ('problems' in result) {
    problemLines(result.problems).forEach(print)
    if (annotated) {
      const { annotate } = await import('../lib/xlsx/annotate.ts')
      await saveWorkbook(
        context,
        file.replace(/(\.xlsx)?$/i, '-批注.xlsx'),
        annotate(bytes, result.problems, file),
        true,
      )
    }
    log.error('什么也没有写。改好以后再读一次。')
    return 1
  }
  const lines = changeLines(result.before, result.after)
  lines.forEach(print)
  log.info(
    result.files.length === 0
      ? '工作簿和 data/ 说的一样，什么也没有改。'
      : `改了 ${result.files.join('、')}。接下来运行 npm run check。`,
  )
  const { readDeck } = await import('../lib/deck.ts')
  const { title } = await readDeck(root)
  if (result.title !== title) log.info(`封面的标题没有改：slides.md 里是“${title}”，要改请在那里改。`)
  return 0
}
