import { HuibaoError, messageOf } from '../../model/errors.ts'
import type { Command } from '../lib/args.ts'
import { parseDiffArgs, SPEC } from './args.ts'

export const command: Command = {
  spec: SPEC,
  async run(context) {
    const args = parseDiffArgs(context.args)
    const { root, print, log, host } = context
    const [{ openOther, missingIn }, { readRecord }, { compareDecks }, { diffText }] = await Promise.all([
      import('./other.ts'),
      import('./read-deck.ts'),
      import('./compare.ts'),
      import('./text.ts'),
    ])
    const missing = missingIn(root)
    if (missing)
      throw new HuibaoError(`${missing}：${root}`, { hint: '请在文稿所在的文件夹里运行这条命令。', exitCode: 2 })
    const other = await openOther(args.other, args.pdf !== undefined, context)
    const read = async (name: string, folder: string): Promise<Parameters<typeof compareDecks>[0]> => ({
      name,
      record: await readRecord(folder).catch((error: unknown) => {
        if (!(error instanceof HuibaoError)) throw error
        throw new HuibaoError(`${name}读不出来，没法比较：${messageOf(error)}`, {
          ...(error.hint && { hint: error.hint }),
        })
      }),
    })
    // One behind the other: a deck's units are those of the one that was read last.
    const before = await read(other.name, other.root)
    const diff = compareDecks(before, await read('现在的文稿', root))
    const marks = process.stdout.isTTY && host.env.NO_COLOR === undefined ? 'ansi' : 'brackets'
    print(args.json ? JSON.stringify(diff, null, 2) : diffText(diff, marks))
    if (args.pdf !== undefined) {
      if (diff.same) log.info('没有变化，没有写 PDF。')
      else {
        const { writeDiffPdf } = await import('./pdf.ts')
        log.info(`已写 ${await writeDiffPdf(diff, { before: other.root, after: root }, args.pdf, context)}`)
      }
    }
    return args.exitCode && !diff.same ? 1 : 0
  },
}
