import { parseOptions, type CommandSpec } from '../../../scripts/lib/args.ts'
import { HuibaoError } from '../../../model/errors.ts'
import { equivalents, mutants } from './catalogue/index.ts'
import type { EquivalentMutant, Mutant } from './mutant.ts'

export interface MutantArgs {
  mutants: readonly Mutant[]
  equivalents: readonly EquivalentMutant[]
  /** Whether each is tried in a build of its own. */
  alone: boolean
  json: boolean
}

export const SPEC = {
  name: 'mutants',
  typed: 'npm run mutants --',
  operands: '[规则或名称 …]',
  about: `在文稿的副本上故意改错，看 npm run check 查不查得出；再做一些没有错的改动，看它会不会误报。
规则有 evidence、completeness、digits、derived、consistency、charts，没有错的改动是 innocent；
名称写其中几个字就行；都不写时全部试一遍。查漏或误报时退出码是 1。`,
  options: {
    each: { type: 'boolean', default: false, help: '每处改动单独建一次网站（约半小时）；默认把互不相干的放在一起建' },
    json: { type: 'boolean', default: false, help: '在标准输出上打印 JSON' },
  },
  more: '环境变量 HUIBAO_SOURCE 给出原文时，对照原文；没有时对照按数据写出的一篇。',
} as const satisfies CommandSpec

/** @throws HuibaoError on an argument that is unknown, or names that fit nothing */
export function parseMutantArgs(args: string[]): MutantArgs {
  const {
    values: { each, json },
    positionals,
  } = parseOptions(SPEC, args)
  const meant = (rule: string, name: string): boolean =>
    positionals.length === 0 || positionals.some(word => word === rule || name.includes(word))
  const chosen = {
    mutants: mutants.filter(({ rule, name }) => meant(rule, name)),
    equivalents: equivalents.filter(({ name }) => meant('innocent', name)),
  }
  if (chosen.mutants.length + chosen.equivalents.length === 0)
    throw new HuibaoError(`没有叫这个名字的改动：${positionals.join('、')}`, {
      hint: '可用的写法见 npm run mutants -- --help',
      exitCode: 2,
    })
  return { ...chosen, alone: each, json }
}
