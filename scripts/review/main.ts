import type { Command } from '../lib/args.ts'
import { parseReviewArgs, SPEC } from './args.ts'

export const command: Command = {
  spec: SPEC,
  async run(context) {
    const args = parseReviewArgs(context.args)
    const { print, log, life, host } = context
    if (args.sheet !== undefined) {
      const count = await (await import('./sheet/write.ts')).writeSheet(args.sheet, context)
      return print(`${args.sheet}：校核表，${count} 条`)
    }
    const { review } = await import('./review.ts')
    const url = await review(args, context)
    print(`校核页：${url}`)
    log.info('只有这台机器能打开，地址不要给别人。按 Ctrl-C 结束。')
    if (args.open) {
      const [{ default: open }, { openSecretly }] = await Promise.all([
        import('open'),
        import('../present/open-browser.ts'),
      ])
      await openSecretly(url, {
        life,
        open,
        foreign: host.env.WSL_DISTRO_NAME !== undefined,
        onFailed: () => log.warn('没能自动打开浏览器：请把上面的地址复制到浏览器里打开'),
      })
    }
    // The server keeps the process alive until a signal ends it.
    await new Promise(() => {})
  },
}
