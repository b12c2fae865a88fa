import path from 'node:path'
import { HuibaoError } from '../../model/errors.ts'
import { parseOptions, type Command, type CommandSpec } from '../lib/args.ts'
import { SOURCE_OPTIONS, sourceOptions } from '../suggest/options.ts'

const SPEC = {
  name: 'new',
  operands: '[来源…]',
  about:
    '开一份新文稿。给出来源（文章 .txt、.md、.docx，单位的工作簿 .xlsx、.csv，填好的模板，可以一起给几个），就从它们起稿：\n' +
    '数据、幻灯片和图位都写好，拿不准的、来源之间对不上的标着待核；不给来源，写出一份能导出、能检查的样例，照着改成自己的。\n' +
    '文件夹不空就不写，中途出错什么也不留。',
  options: {
    to: { type: 'string', value: '文件夹', help: '新文稿放在哪里' },
    engine: {
      type: 'string',
      value: '路径|包|版本',
      help: '引擎从哪里来：引擎的文件夹、huibao-*.tgz，或版本号；默认和现在运行的同一个',
    },
    ...SOURCE_OPTIONS,
  },
} as const satisfies CommandSpec

export const command: Command = {
  spec: SPEC,
  async run(context) {
    const { args, root, life, log, print } = context
    const { values, positionals } = parseOptions(SPEC, args)
    const { to, engine } = values
    if (to === undefined || to.trim() === '')
      throw new HuibaoError('没有写新文稿放在哪里', { hint: '例如 npx huibao new --to ../下一份', exitCode: 2 })
    const { createDeck } = await import('./create.ts')
    const made =
      positionals.length > 0
        ? await (await import('./made.ts')).madeFrom(positionals, context, await sourceOptions(values))
        : undefined
    const options = { folder: path.resolve(root, to), root, engine, life }
    const folder = await createDeck(made ? { ...options, content: made.content } : options)
    print(folder)
    for (const line of made?.told() ?? []) log.info(line)
    const place = path.relative(root, folder)
    const enter = place === '' ? '' : `\n  cd '${place}'`
    log.info(`写好了。接下来：${enter}\n  npm install       第一次要几分钟\n  npm run export    导出到 exports/`)
  },
}
