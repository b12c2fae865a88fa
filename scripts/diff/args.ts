import { HuibaoError } from '../../model/errors.ts'
import { parseOptions, type CommandSpec } from '../lib/args.ts'

export interface DiffArgs {
  /** A revision or a folder, as typed. */
  other: string
  json: boolean
  /** The file to write, as typed. */
  pdf: string | undefined
  exitCode: boolean
}

export const SPEC = {
  name: 'diff',
  operands: '[版本或文件夹]',
  about: `现在的文稿和另一份相比，改了什么：数据、表格、目标和其他各条的每一项，图片，
以及各页的标题、正文和备注，页码写前后两个。

不写什么，是和 git 里最近一次提交（HEAD）比，也就是还没有提交的改动；可以写别的版本，如 HEAD~1、v1、3f2a1c0，
或者另一份文稿的文件夹，如 ../去年。值差了十倍以上、升降反了的，会标出来。`,
  options: {
    pdf: { type: 'string', value: '文件.pdf', help: '另写一份 PDF：第一页列出改动，有改动的页前后并排' },
    json: { type: 'boolean', default: false, help: '以 JSON 输出，字段名为英文（加 npm run -s）' },
    'exit-code': { type: 'boolean', default: false, help: '有改动时退出码为 1，没有时为 0' },
  },
} as const satisfies CommandSpec

/**
 * The arguments of the diff command.
 * @throws HuibaoError on an argument that is unknown or one too many
 */
export function parseDiffArgs(args: string[]): DiffArgs {
  const { values, positionals } = parseOptions(SPEC, args)
  const [other = 'HEAD', ...more] = positionals
  if (more.length > 0)
    throw new HuibaoError(`只能和一份相比，多写了：${more.join('、')}`, {
      hint: '例如 npx huibao diff HEAD~1，或 npx huibao diff ../去年。',
      exitCode: 2,
    })
  if (values.pdf !== undefined && !/\.pdf$/i.test(values.pdf))
    throw new HuibaoError(`--pdf 后面要写以 .pdf 结尾的文件名，而不是“${values.pdf}”`, { exitCode: 2 })
  return { other, json: values.json, pdf: values.pdf, exitCode: values['exit-code'] }
}
