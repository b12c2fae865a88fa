import { once } from 'node:events'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { deckFolder, temporaryFolder } from '../scripts/support/context.ts'
import { contentsOf, exportCommand, processesMentioning } from '../scripts/support/exporting.ts'

/** What is printed once a step has begun, in the order of an export; the handout comes after all others. */
const MOMENTS = [
  'step deck',
  'step browser',
  'step stamp',
  'step load',
  'step settle',
  'step compare',
  'step inspect',
  'step fonts',
  'step unshown',
  '正在画 PNG',
  'step print',
  'step finish',
  'step text',
  '正在印 A4 讲义',
]

const SIGNALS = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const

/** An earlier export of another sort, as far as anyone can tell. */
const EARLIER = { 'haiwan-2031.pdf': 'pdf', 'haiwan-2031-a4.pdf': 'a4', 'png/01.png': 'png', 'png/20.png': 'png' }

interface Interrupted {
  deck: string
  args: string[]
  moment: string
  signal: 'SIGINT' | 'SIGTERM'
}

/** Interrupts an export over an earlier one at a moment, and looks at what is left. */
async function interrupted({ deck, args, moment, signal }: Interrupted) {
  const root = temporaryFolder()
  const [out, temporary] = [path.join(root, 'out'), path.join(root, 'tmp')]
  for (const folder of [temporary, path.join(out, 'png')]) mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries(EARLIER)) writeFileSync(path.join(out, name), text)
  const earlier = contentsOf(out)
  const workshop = path.join(deck, '.huibao')
  // What an earlier test has measured would be measured no more.
  const records = path.join(workshop, 'exports')
  mkdirSync(records, { recursive: true })
  for (const name of readdirSync(records)) rmSync(path.join(records, name))
  const kept = readdirSync(workshop)
  // The data's compiled modules are kept there where a deck has no packages of its own.
  const env = { TMPDIR: temporary, NODE_DEBUG: 'huibao', JITI_FS_CACHE: 'false' }
  const { child, output, closed } = exportCommand([...args, '--out', out], deck, env)
  while (!output.stderr.includes(moment) && child.exitCode === null)
    await Promise.race([once(child.stderr, 'data'), closed])
  child.kill(signal)
  const code = await closed
  await expect.poll(() => processesMentioning(temporary), { timeout: 10_000 }).toEqual([])
  return {
    code,
    printed: output.stdout,
    intact: JSON.stringify(contentsOf(out)) === JSON.stringify(earlier),
    left: [readdirSync(root), readdirSync(out), readdirSync(temporary), readdirSync(workshop)].map(String),
    expected: [['out', 'tmp'], ['haiwan-2031-a4.pdf', 'haiwan-2031.pdf', 'png'], [], kept].map(String),
  }
}

// Windows has no signals to send, and only Linux tells of all processes in /proc.
describe.skipIf(process.platform !== 'linux').each(SIGNALS)('%s', (signal, expected) => {
  test.for(MOMENTS)('at “%s” leaves no process and no file, and the earlier export as it was', async moment => {
    const args = ['png', 'pdf', 'handout', '--range', '1-4', '--scale', '1']
    const ended = await interrupted({ deck: inject('district').root, args, moment, signal })
    expect(ended).toMatchObject({ code: expected, printed: '', intact: true, left: ended.expected })
  })

  test('while the site is built leaves the earlier one, too', async () => {
    const args = ['pdf', '--rebuild']
    const ended = await interrupted({ deck: deckFolder('good'), args, moment: 'step build', signal })
    expect(ended).toMatchObject({ code: expected, printed: '', intact: true, left: ended.expected })
  })
})
