import { parseOptions, type CommandSpec } from '../lib/args.ts'

export interface VisualArgs {
  /** Takes what is drawn now for the baselines. */
  accept: boolean
  /** As typed; undefined for all slides. */
  range: string | undefined
  json: boolean
}

export const SPEC = {
  name: 'visual',
  about: `把每一页画成小图，和 tests/briefing/baselines/ 里的基准图比较，看版面有没有变。每页画一张；别的皮肤和画面比例，
每种版式画一张。有变化时，现在的、原来的、差异三张图留在 .huibao/visual/。`,
  options: {
    accept: { type: 'boolean', default: false, help: '看过没有问题，接受现在的画面，换下有变化的基准图' },
    range: { type: 'string', value: '3-7,9', help: '只比较或只接受这些页' },
    json: { type: 'boolean', default: false, help: '在标准输出上打印一个 JSON 对象' },
  },
} as const satisfies CommandSpec

/**
 * The arguments of the visual command.
 * @throws HuibaoError on an argument that is unknown
 */
export function parseVisualArgs(args: string[]): VisualArgs {
  const {
    values: { accept, range, json },
  } = parseOptions(SPEC, args)
  return { accept, range, json }
}
