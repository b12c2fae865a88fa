import { skinIds } from '../../styles/skin.ts'

import { columns, parseOptions, type CommandSpec } from '../lib/args.ts'
import { HuibaoError } from '../../model/errors.ts'
import { ASPECTS, parseAspect, parseSkin } from '../lib/look.ts'
import { categories } from './categories.ts'
import { isReadable, kinds } from './exported/readers.ts'
import type { CheckArgs } from './check-args.ts'

export const SPEC = {
  name: 'check',
  operands: '[规则或规则组 …] [exports [文件 …]]',
  about: `检查文稿，有问题就逐条打印并以退出码 1 结束；不写规则时检查全部，但 signed 要写明或加 --signed，exports 要写明。

${categories.map(({ id, name, rules }) => `${id}：${name}\n${columns(rules.map(rule => [rule.id, rule.name]))}`).join('\n')}

规则 evidence 和 completeness 给了原文就逐句对照；没有原文，只核对数据与它自己的原句，以及原句在上次登记之后有没有改过。
规则 exports 再读一遍导出的 PPTX、PDF、HTML，和文稿自己的页面比：导出之后在里面改过的数，不是数据的就报出来；不写文件时读 exports/ 里的全部。`,
  options: {
    source: {
      type: 'string',
      multiple: true,
      value: '原文.txt',
      help: '对照这份原文（txt、md、csv、docx、xlsx，可以写几次；几个来源的写 来源=路径）：原句是否在那一章那一栏，原文的数是否都有着落',
    },
    'accept-source': {
      type: 'boolean',
      default: false,
      help: '依据没有别的问题时，把原文现在的样子登记在 data/source.lock.json；要与 --source 同用',
    },
    signed: {
      type: 'boolean',
      default: false,
      help: '也检查规则 signed：放上幻灯片的数据和引语都要有两个人确认过（见 npx huibao review）',
    },
    range: { type: 'string', value: '3-7,9', help: '只检查这些页；数据一律全部检查' },
    skin: { type: 'string', value: '红', help: '只检查一个皮肤，默认全部' },
    aspect: { type: 'string', value: '4:3', help: '只检查一种画面比例，默认 16:9 和 4:3' },
    refs: {
      type: 'boolean',
      default: false,
      help: '每个数据后面带着附录编号来检查，和 npm run export -- --refs 导出的一样',
    },
    timeout: { type: 'string', default: '30', value: '30', help: '每次等候图表就绪的秒数，默认 30' },
    rebuild: { type: 'boolean', default: false, help: '内容没有变化也重建网站' },
    strict: { type: 'boolean', default: false, help: '提示也算问题：有提示就以退出码 1 结束' },
    json: { type: 'boolean', default: false, help: '在标准输出上打印一个 JSON 数组' },
  },
  more: `例：
${columns([
  ['npm run check -- facts', '只检查数据，不用浏览器，几秒钟'],
  ['npm run check -- facts --source ../原文.txt', '对照原文'],
  ['npm run check -- evidence --source ../原文.txt --accept-source', '原文改动核对无误后登记'],
  ['npm run check -- exports ../改过的.pptx', '检查改过的 PPTX 里的每个数'],
])}`,
} as const satisfies CommandSpec

/**
 * The arguments of the check command.
 * @throws HuibaoError on an argument that is unknown or out of bounds
 */
export function parseCheckArgs(args: string[]): CheckArgs {
  const { values, positionals } = parseOptions(SPEC, args)
  const timeout = Number(values.timeout)
  if (!(timeout >= 1 && timeout <= 600))
    throw new HuibaoError(`--timeout 要写 1 到 600 之间的数，而不是“${values.timeout}”`, { exitCode: 2 })
  const {
    range,
    skin,
    aspect,
    refs: references,
    json,
    strict,
    rebuild,
    source = [],
    'accept-source': acceptSource,
  } = values
  const { names, files } = partOperands(positionals)
  const rules = chooseRules(names, values.signed ? ['signed'] : [])
  if (acceptSource) requireSource(source, rules)
  return {
    rules,
    files,
    range,
    skins: skin === undefined ? skinIds : [parseSkin(skin)],
    aspects: aspect === undefined ? ASPECTS : [parseAspect(aspect)],
    references,
    json,
    strict,
    source,
    acceptSource,
    rebuild,
    timeout: timeout * 1000,
  }
}

function requireSource(source: readonly string[], rules: CheckArgs['rules']): void {
  if (source.length === 0)
    throw new HuibaoError('--accept-source 要与 --source 同用', {
      hint: '例如 npm run check -- evidence --source ../原文.txt --accept-source。',
      exitCode: 2,
    })
  if (!rules.get('facts')?.has('evidence'))
    throw new HuibaoError('--accept-source 要检查规则 evidence', {
      hint: '请在规则里加上 evidence，或不写规则。',
      exitCode: 2,
    })
}

/** Parts rules from the files that follow the rule on exported ones. */
function partOperands(operands: readonly string[]): { names: string[]; files: string[] } {
  const isRule = (operand: string): boolean => KNOWN.has(operand)
  if (!operands.includes('exports')) return { names: [...operands], files: [] }
  const files = operands.filter(operand => !isRule(operand))
  const strange = files.find(file => !isReadable(file))
  if (strange !== undefined)
    throw new HuibaoError(`读不了这种文件：${strange}`, { hint: `可以写 ${kinds()} 文件。`, exitCode: 2 })
  return { names: operands.filter(isRule), files }
}

/** Names of rules, and of groups of them. */
const KNOWN = new Set(categories.flatMap(({ id, rules }) => [id, ...rules.map(rule => rule.id)]))

/** @param more rules that are applied besides */
function chooseRules(names: readonly string[], more: readonly string[]): CheckArgs['rules'] {
  const unknown = names.find(name => !KNOWN.has(name))
  if (unknown !== undefined)
    throw new HuibaoError(`不认识的规则：${unknown}`, { hint: `可以写 ${[...KNOWN].join('、')}。`, exitCode: 2 })
  const chosen = categories.map(({ id, rules }) => {
    const all = names.length === 0 || names.includes(id)
    const own = rules.filter(rule => (all && !rule.asked) || [...names, ...more].includes(rule.id))
    return [id, new Set(own.map(rule => rule.id))] as const
  })
  return new Map(chosen.filter(([, rules]) => rules.size > 0))
}
