#!/usr/bin/env node
import { existsSync } from 'node:fs'
import process from 'node:process'

if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error(`错误：汇报要用 Node 24，现在是 ${process.version}`)
  console.error('npm install 会装好 Node 24：请在文稿的文件夹里用 npx huibao 或 npm run 来运行。')
  process.exit(2)
}
// Node strips no types below node_modules: a packed engine has its modules compiled beside their sources.
const compiled = new URL('./cli.js', import.meta.url)
const { main } = await import(existsSync(compiled) ? compiled.href : new URL('./cli.ts', import.meta.url).href)
await main(process.argv.slice(2))
