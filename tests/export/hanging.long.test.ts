import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { deckFolder, temporaryFolder } from '../scripts/support/context.ts'
import { exportCommand, processesMentioning } from '../scripts/support/exporting.ts'

/** Each slide of this deck but the first never finishes, in its own way. It is built here: nothing else can use it. */
const DECK = deckFolder('hanging')

test.for<[why: string, slide: number, message: string]>([
  ['has a component that never arrives', 2, '第 2 页《一直没有》：有一个元件一直没有画出来'],
  ['has a component whose setup never ends', 3, '第 3 页《看不见》：元件 NeverSetUp 一直没有画出来'],
  ['has a script that never ends', 4, '第 4 页上的脚本停不下来，打印页没有响应'],
  ['has a script that begins later and never ends', 5, '第 5 页上的脚本停不下来，打印页没有响应'],
  ['fetches a file without end', 6, '第 6 页《一直没有》：一直在重复取同一个文件，停不下来：/favicon.svg'],
])('a slide that $0 is named, and nothing is left', async ([, slide, message]) => {
  const root = temporaryFolder()
  const args = ['pdf', '--range', `1,${slide}`, '--timeout', '3', '--out', `${root}/out`]
  const { output, closed } = exportCommand(args, DECK, { TMPDIR: root, JITI_FS_CACHE: 'false' })
  expect(await closed).toBe(1)
  expect(output.stderr).toContain(message)
  expect(readdirSync(root)).toEqual([])
  if (process.platform === 'linux') await expect.poll(() => processesMentioning(root)).toEqual([])
})
