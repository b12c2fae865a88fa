import process from 'node:process'
import type { Command } from '../lib/args.ts'
import { parsePresentArgs, SPEC } from './args.ts'

export const command: Command = {
  spec: SPEC,
  async run(context) {
    const args = parsePresentArgs(context.args)
    // What is missing is said before sites are built, which takes minutes.
    if (args.backplane !== undefined) await (await import('./state/open.ts')).loadNats()
    if (args.edge) {
      const [{ serveEdge }, { audienceLines }] = await Promise.all([import('./edge.ts'), import('./announce.ts')])
      const { urls } = await serveEdge(args, context)
      audienceLines(urls, { qr: process.stdout.isTTY }).forEach(context.print)
      context.log.info('本机只转发给观众，不能翻页。按 Ctrl-C 结束。')
      return await new Promise(() => {})
    }
    const [{ present, isSecure }, { audienceLines, pairingLines, PLAIN_HTTP, spaced }] = await Promise.all([
      import('./present.ts'),
      import('./announce.ts'),
    ])
    const { print, log } = context
    const { urls, localUrl, codes, meeting } = await present(args, context)
    const qr = process.stdout.isTTY
    const invite = (): void => pairingLines(urls()[0]!, codes.issue({ onVoid: replace }), { qr }).forEach(print)
    const replace = (): void => {
      log.warn('有人在猜配对码，刚才的 8 位码已经作废，请用下面这个新的：')
      invite()
    }

    audienceLines(urls(), { qr }).forEach(print)
    invite()
    if (!isSecure(args)) log.warn(PLAIN_HTTP)
    if (meeting.state.page > 1) log.info(`接着上次，从第 ${meeting.state.page} 页开始；要从头开始请加 --fresh`)
    if (meeting.state.screen === 'black') log.info('上次结束时是黑屏，现在屏幕还是黑的：点“恢复画面”，或者按 b')
    if (args.open) {
      const [{ default: open }, { openSecretly }] = await Promise.all([import('open'), import('./open-browser.ts')])
      const { long, typed } = codes.issue({ owner: true })
      await openSecretly(`${localUrl}pair#${long}`, {
        life: context.life,
        open,
        foreign: context.host.env.WSL_DISTRO_NAME !== undefined,
        onFailed: () => log.warn(`没能自动打开浏览器：请在本机打开 ${localUrl}pair ，输入 ${spaced(typed)}`),
      })
    }
    if (process.stdin.isTTY) {
      log.info('按回车再出一个配对码；按 Ctrl-C 结束放映。')
      process.stdin.on('data', invite)
    }
    // The server keeps the process alive until a signal ends it.
    await new Promise(() => {})
  },
}
