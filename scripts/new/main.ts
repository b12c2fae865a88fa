import path from 'node:path'
import { HuibaoError } from '../../model/errors.ts'
import { parseOptions, type Command, type CommandSpec } from '../lib/args.ts'

const SPEC = {
  name: 'new',
  about: '开一份新文稿：写出一份能导出、能检查的样例，照着改成自己的。文件夹不空就不写。',
  options: {
    to: { type: 'string', value: '文件夹', help: '新文稿放在哪里' },
    engine: {
      type: 'string',
      value: '路径|包|版本',
      help: '引擎从哪里来：引擎的文件夹、huibao-*.tgz，或版本号；默认和现在运行的同一个',
    },
  },
} as const satisfies CommandSpec

export const command: Command = {
  spec: SPEC,
  async run({ args, root, life, log, print }) {
    const { to, engine } = parseOptions(SPEC, args).values
    if (to === undefined || to.trim() === '')
      throw new HuibaoError('没有写新文稿放在哪里', { hint: '例如 npx huibao new --to ../下一份', exitCode: 2 })
    const { createDeck } = await import('./create.ts')
    const folder = await createDeck({ folder: path.resolve(root, to), root, engine, life })
    print(folder)
    const place = path.relative(root, folder)
    const enter = place === '' ? '' : `\n  cd '${place}'`
    log.info(`写好了。接下来：${enter}\n  npm install       第一次要几分钟\n  npm run export    导出到 exports/`)
  },
}
