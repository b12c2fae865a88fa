import { onlyFile, parseOptions, type Command, type CommandSpec } from '../lib/args.ts'
import { HuibaoError } from '../../model/errors.ts'

const SPEC = {
  name: 'template',
  operands: 'check 模板.pptx',
  about: `看单位自己的 PPTX 模板能不能用：有哪些版式和占位符，缺什么，文稿的各种页会用哪一个、怎么用。
导出时用它：npx huibao export pptx --template 模板.pptx。模板文件不会被改动。`,
  options: { json: { type: 'boolean', default: false, help: '在标准输出上打印一个 JSON 对象' } },
} as const satisfies CommandSpec

export const command: Command = {
  spec: SPEC,
  async run({ root, args, print }) {
    const { values, positionals } = parseOptions(SPEC, args)
    const [action, ...files] = positionals
    if (action !== 'check')
      throw new HuibaoError(action === undefined ? '要写 check 和一个模板' : `不认识：${action}`, {
        hint: '例如 npx huibao template check 模板.pptx',
        exitCode: 2,
      })
    const file = onlyFile(files, '一个模板', 'npx huibao template check 模板.pptx')
    const [{ readGiven }, { readForeign }, { withPictureGrounds }, { describeTemplate, templateLines }] =
      await Promise.all([
        import('../lib/read-file.ts'),
        import('../export/pptx/foreign/read.ts'),
        import('../export/pptx/foreign/grounds.ts'),
        import('./describe.ts'),
      ])
    const told = describeTemplate(await withPictureGrounds(readForeign(file, await readGiven(root, file))))
    if (values.json) print(JSON.stringify(told, null, 2))
    else templateLines(told).forEach(print)
    return 0
  },
}
