import { engineVersion } from '../model/engine.ts'
import { HuibaoError } from '../model/errors.ts'
import { asksForHelp, columns, helpOf, type Command } from './lib/args.ts'
import { runCommand } from './lib/command.ts'

interface Entry {
  /** One line in Chinese. */
  summary: string
  /** Loads what the command needs, and nothing that another one does. */
  load: () => Promise<{ command: Command }>
}

/** All commands, in the order in which the help lists them. */
export const commands: Readonly<Record<string, Entry>> = {
  new: { summary: '开一份新文稿，可以从工作簿或文章起稿', load: () => import('./new/main.ts') },
  draft: { summary: '从数据起草幻灯片，补上没有展示的数据', load: () => import('./draft/main.ts') },
  dev: { summary: '在浏览器里看着改文稿', load: () => import('./dev/main.ts') },
  build: { summary: '建静态网站', load: () => import('./site/main.ts') },
  export: { summary: '导出 PDF、PNG、PPTX 和讲义', load: () => import('./export/main.ts') },
  template: { summary: '看单位自己的 PPTX 模板能不能用、怎么用', load: () => import('./template/main.ts') },
  present: { summary: '放映：大屏、分会场和手机跟着汇报人走', load: () => import('./present/main.ts') },
  check: { summary: '检查数据、版面和每一个数', load: () => import('./check/main.ts') },
  workbook: { summary: '数据和工作簿互换：在 Excel 里填数', load: () => import('./workbook/main.ts') },
  review: { summary: '逐条校核：原文、数据、幻灯片对着看，两个人确认', load: () => import('./review/main.ts') },
  figures: { summary: '列出全部数据及其原文依据', load: () => import('./figures/main.ts') },
  parse: { summary: '读原文的句子，说出里面写了哪些数', load: () => import('./parse/main.ts') },
  suggest: { summary: '从一篇文章拟出数据：数、原句、时段、名称', load: () => import('./suggest/main.ts') },
  advise: { summary: '哪些图适合这些数据', load: () => import('./advise/main.ts') },
  map: { summary: '从单位自己的工作簿里看出哪一格是哪条数据', load: () => import('./map/main.ts') },
  refresh: { summary: '读下一个月的工作簿，列出变化，更新数据', load: () => import('./refresh/main.ts') },
  trace: { summary: '一条数据从原文到幻灯片的来龙去脉', load: () => import('./trace/main.ts') },
  diff: { summary: '和以前的版本或另一份文稿相比，改了什么', load: () => import('./diff/main.ts') },
  visual: { summary: '把每一页和基准图比较', load: () => import('./visual/main.ts') },
  bench: { summary: '量导出、检查、放映各用多久', load: () => import('./bench/main.ts') },
  browser: { summary: '找到或装好导出用的浏览器', load: () => import('./browser/main.ts') },
}

/** What `huibao --help` prints. */
export function overview(): string {
  return [
    '用法：npx huibao <命令> [选项]',
    '在文稿的文件夹里运行，就是有 slides.md 和 data/ 的那个；各命令的选项见 npx huibao <命令> --help。',
    columns(Object.entries(commands).map(([name, { summary }]) => [name, summary])),
  ].join('\n\n')
}

/** Runs the command that the arguments name, in the working folder, and sets the exit code of the process. */
export async function main([name, ...args]: readonly string[]): Promise<void> {
  await runCommand(args, async context => {
    if (name === undefined || name === '--help' || name === '-h') return context.print(overview())
    if (name === '--version' || name === '-v') return context.print(engineVersion())
    const entry = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (!entry)
      throw new HuibaoError(`没有这个命令：${name}`, {
        hint: `可以写 ${Object.keys(commands).join('、')}；说明见 npx huibao --help`,
        exitCode: 2,
      })
    const { command } = await entry.load()
    if (asksForHelp(args)) return context.print(helpOf(command.spec))
    return command.run(context)
  })
}
