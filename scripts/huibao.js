#!/usr/bin/env node
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import module, { createRequire } from 'node:module'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

/** The Node that the engine brings; npm puts it first on the PATH only where it installs the engine in the folder. */
function ownNode() {
  try {
    const folder = path.dirname(createRequire(import.meta.url).resolve('node/package.json'))
    return ['bin/node', 'bin/node.exe'].map(name => path.join(folder, name)).find(existsSync)
  } catch {
    return undefined
  }
}

function refuse() {
  console.error(`错误：汇报要用 Node 24，现在是 ${process.version}`)
  console.error('请重新运行 npm install，它会装好 Node 24；或者自己装 Node 24。')
  process.exit(2)
}

if (Number(process.versions.node.split('.')[0]) >= 24) {
  const isInstalled = import.meta.url.includes('/node_modules/')
  // Modules compiled once, and types stripped once, are kept for the next time, and for Slidev, which is a child.
  const modules = new URL(isInstalled ? '../../.cache/' : '../node_modules/.cache/', import.meta.url)
  process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('huibao/node', modules))
  module.enableCompileCache(process.env.NODE_COMPILE_CACHE)
  // Node strips no types below node_modules: there a packed engine has its modules compiled beside their sources.
  const extension = isInstalled ? 'js' : 'ts'
  const { main } = await import(new URL(`./cli.${extension}`, import.meta.url).href)
  await main(process.argv.slice(2))
} else {
  const node = ownNode() ?? refuse()
  const args = [...process.execArgv, fileURLToPath(import.meta.url), ...process.argv.slice(2)]
  const child = spawn(node, args, { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', refuse)
  child.on('exit', code => process.exit(code ?? 1))
}
