import { parseOptions } from '../lib/args.ts'

export interface VisualArgs {
  /** Takes what is drawn now for the baselines. */
  accept: boolean
  /** As typed; undefined for all slides. */
  range: string | undefined
  json: boolean
  help: boolean
}

export const HELP = `用法：npm run visual -- [选项]

把每一页画成小图，和 tests/briefing/baselines/ 里的基准图比较，看版面有没有变。每页画一张；别的皮肤和画面比例，
每种版式画一张。有变化时，现在的、原来的、差异三张图留在 .huibao/visual/。

  --accept        看过没有问题，接受现在的画面，换下有变化的基准图
  --range 3-7,9   只比较或只接受这些页
  --json          在标准输出上打印一个 JSON 对象
  --help          显示这段说明`

/**
 * The arguments of the visual command.
 * @throws HuibaoError on an argument that is unknown
 */
export function parseVisualArgs(args: string[]): VisualArgs {
  const {
    values: { accept, range, json, help },
  } = parseOptions(
    {
      args,
      options: {
        accept: { type: 'boolean', default: false },
        range: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    },
    'npm run visual -- --help',
  )
  return { accept, range, json, help }
}
