import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import process from 'node:process'
import { parseOptions, type Command, type CommandSpec } from '../lib/args.ts'
import { themeArgs } from '../site/build.ts'
import { requireEngine } from '../site/engine.ts'

const SPEC = {
  name: 'dev',
  about: '在浏览器里看文稿，改了就变；有写错的编号、数据，页面上立刻用红框标出。按 Ctrl-C 结束。',
  options: {
    port: { type: 'string', value: '3030', help: '端口；默认从 3030 起找一个空的' },
    'no-open': { type: 'boolean', default: false, help: '不自动打开浏览器' },
  },
} as const satisfies CommandSpec

export const command: Command = {
  spec: SPEC,
  async run({ root, args, life }) {
    const { values } = parseOptions(SPEC, args)
    const [{ readDeck }, { portOf }] = await Promise.all([import('../lib/deck.ts'), import('../lib/port.ts')])
    const { theme } = await readDeck(root)
    await requireEngine(root)
    const slidev = createRequire(import.meta.url).resolve('@slidev/cli/bin/slidev.mjs')
    const port = values.port === undefined ? [] : ['--port', String(portOf(values.port))]
    const open = values['no-open'] ? [] : ['--open']
    const child = spawn(process.execPath, [slidev, 'slides.md', ...themeArgs(theme), ...open, ...port], {
      cwd: root,
      stdio: 'inherit',
    })
    life.defer(() => child.kill())
    const [code] = (await once(child, 'exit')) as [number | null]
    return code ?? 1
  },
}
