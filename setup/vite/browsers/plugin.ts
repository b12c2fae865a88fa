import type { Plugin } from 'vite'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

const NO_SCRIPTS = '这份汇报要用浏览器的脚本功能（JavaScript）才能显示，请在浏览器的设置里打开它。'

/**
 * Gives a site's page a script that runs before all others: see `early.js`. It is a file of its own, for the presenting
 * server allows none inside of a page.
 */
export function browsersPlugin(): Plugin {
  const source = readFileSync(new URL('early.js', import.meta.url), 'utf8')
  const fileName = `assets/early-${createHash('sha256').update(source).digest('base64url').slice(0, 8)}.js`
  let base = '/'
  return {
    name: 'huibao:browsers',
    apply: 'build',
    configResolved(config) {
      base = config.base
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName, source })
    },
    transformIndexHtml: () => [
      { tag: 'script', attrs: { src: `${base}${fileName}`, charset: 'utf-8' }, injectTo: 'head' },
      { tag: 'noscript', children: NO_SCRIPTS, injectTo: 'body-prepend' },
    ],
  }
}
