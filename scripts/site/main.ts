import { HuibaoError } from '../../model/errors.ts'
import { parseOptions, type Command, type CommandSpec } from '../lib/args.ts'

const SPEC = {
  name: 'build',
  about: '建静态网站到 dist/，放到哪一级目录都能打开，没有讲稿；内容没有变化就不重建。',
  options: {
    base: { type: 'string', value: '路径', help: '网站在服务器上的目录，例如 /zwgk/huibao/；不写则放在哪里都行' },
    'with-notes': { type: 'boolean', default: false, help: '连讲稿和汇报人的页面一起' },
    rebuild: { type: 'boolean', default: false, help: '内容没有变化也重建' },
  },
} as const satisfies CommandSpec

export const command: Command = {
  spec: SPEC,
  async run({ root, args, host, life, log, print }) {
    const { base, 'with-notes': notes, rebuild } = parseOptions(SPEC, args).values
    if (base !== undefined) rejectWrongBase(base)
    const [{ readDeck }, { ensureSite }] = await Promise.all([import('../lib/deck.ts'), import('./ensure.ts')])
    const site = await ensureSite({
      root,
      deck: await readDeck(root),
      host,
      life,
      log,
      rebuild,
      variant: 'public',
      base,
      notes,
    })
    print(`${site.folder}${site.cached ? '（内容没有变化，沿用上次的）' : ''}`)
  },
}

/** @throws HuibaoError where a folder on a server is not one */
function rejectWrongBase(base: string): void {
  if (/^\/(?:[\w.~%-]+\/)*$/.test(base)) return
  throw new HuibaoError(`--base 要以 / 开头、以 / 结尾，只有字母、数字和 - _ . ~ %，现在是“${base}”`, {
    hint: '例如 --base /zwgk/huibao/；不写 --base，网站放在哪一级目录都能打开。',
    exitCode: 2,
  })
}
