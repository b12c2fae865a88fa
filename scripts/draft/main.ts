import { parseOptions, type Command, type CommandSpec } from '../lib/args.ts'

const SPEC = {
  name: 'draft',
  about:
    '从 data/ 起草 slides.md：封面、总览、各章的标题页、图表和大数、引语、记分牌、附录，连同讲稿。\n' +
    '已经有 slides.md 就不动它，只列出还没有一页展示的数据和表；加 --append，在结束页前面补上展示它们的页。',
  options: {
    title: { type: 'string', value: '名称', help: '文稿的名称；默认取 data/sources.ts 的第一个来源，没有就取文件夹名' },
    append: { type: 'boolean', default: false, help: '在已有的 slides.md 里补上还没有展示的数据' },
  },
} as const satisfies CommandSpec

export const command: Command = {
  spec: SPEC,
  async run({ root, args, print, log }) {
    const { values } = parseOptions(SPEC, args)
    const { draftInto } = await import('./into.ts')
    const { written, listed } = await draftInto(root, values)
    for (const line of [...written, ...listed]) print(line)
    if (written.length > 0) log.info('写好了。接下来：npm run dev 边看边改，npm run check 检查')
    else if (listed.length > 0) log.info('以上还没有一页展示；加 --append 补上。')
    else log.info('每条数据都有一页展示，没有可补的。')
    return written.length === 0 && listed.length > 0 ? 1 : 0
  },
}
