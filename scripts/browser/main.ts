import { parseOptions, type Command, type CommandSpec } from '../lib/args.ts'

const SPEC = {
  name: 'browser',
  about: '找到导出和检查要用的浏览器（Chromium、Chrome 或 Edge），没有就装一个，打印它的路径。',
  options: {},
} as const satisfies CommandSpec

export const command: Command = {
  spec: SPEC,
  async run({ args, host, life, log, print }) {
    parseOptions(SPEC, args)
    const { ensureBrowser } = await import('./ensure.ts')
    print(await ensureBrowser({ host, life, log }))
  },
}
