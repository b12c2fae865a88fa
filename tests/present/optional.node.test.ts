import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { deckFolder } from '../scripts/support/context.ts'

/** Makes Node look for the packages of NATS in vain, as where they are not installed. */
const MISSING = `data:text/javascript,${encodeURIComponent(`
import { registerHooks } from 'node:module'
registerHooks({
  resolve: (specifier, context, next) => next(specifier.startsWith('@nats-io/') ? specifier + '-missing' : specifier, context),
})
`)}`

const script = (name: string): string => fileURLToPath(new URL(`../../scripts/present/${name}`, import.meta.url))

/** Runs Node without the packages of NATS. */
async function run(...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, ['--import', MISSING, ...args], { cwd: deckFolder('good') })
  const closed = new Promise<number | null>(resolve => child.once('close', resolve))
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: await closed, stdout, stderr }
}

describe('without the packages of NATS', () => {
  it.each([[[]], [['--edge']]])('--backplane says what to install: %j', async more => {
    const { code, stdout, stderr } = await run(
      fileURLToPath(new URL('../../scripts/huibao.js', import.meta.url)),
      'present',
      '--backplane',
      'nats://127.0.0.1:4222',
      ...more,
    )
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('--backplane 要用到连接 NATS 的组件，这里没有安装')
    expect(stderr).toContain('npm install @nats-io/transport-node @nats-io/jetstream')
  })

  it('all the rest is loaded', async () => {
    const modules = ['main.ts', 'present.ts', 'edge.ts', 'state/open.ts'].map(
      name => `await import(${JSON.stringify(pathToFileURL(script(name)).href)})`,
    )
    expect(await run('--input-type=module', '-e', modules.join(';'))).toEqual({ code: 0, stdout: '', stderr: '' })
  })
})
