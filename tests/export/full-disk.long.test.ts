import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test, type TestContext } from 'vitest'
import { deckFolder, temporaryFolder } from '../scripts/support/context.ts'
import { contentsOf, exportCommand } from '../scripts/support/exporting.ts'

const DECK = deckFolder('good')

/** Puts a disk of so many kilobytes at a folder, until the test ends; skips the test where that is not allowed. */
function mountSmall(folder: string, kilobytes: number, skip: TestContext['skip']): void {
  mkdirSync(folder, { recursive: true })
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    skip('only root on Linux may mount a disk')
  }
  onTestFinished(() => void execFileSync('umount', [folder]))
}

async function outcome(args: string[], env: Record<string, string> = {}) {
  const { output, closed } = exportCommand(args, DECK, env)
  return { code: await closed, ...output }
}

test('a disk that is full where files are put leaves the earlier ones, and names the file', async ({ skip }) => {
  const out = path.join(temporaryFolder(), 'out')
  mountSmall(out, 80, skip)
  expect(await outcome(['--range', '1', '--scale', '1', '--out', out])).toMatchObject({ code: 0 })
  const earlier = contentsOf(out)
  expect(Object.keys(earlier)).toEqual(['png/01.png', '样例.pdf'])
  const { code, stderr } = await outcome(['--scale', '4', '--out', out])
  expect(code).toBe(1)
  expect(stderr).toMatch(/错误：写不进 .*\/out\/png\/0\d\.png：磁盘满了\n请清出空间，或换一个磁盘，再试一次。\n$/)
  expect(contentsOf(out)).toEqual(earlier)
  expect(readdirSync(out).sort()).toEqual(['png', '样例.pdf'])
})

test('a disk that is full where temporary files are says which, and leaves nothing', async ({ skip }) => {
  const root = temporaryFolder()
  const temporary = path.join(root, 'tmp')
  mountSmall(temporary, 100, skip)
  // Building the site needs room there, too.
  expect(await outcome(['png', '--range', '1', '--out', temporaryFolder()])).toMatchObject({ code: 0 })
  const { code, stderr } = await outcome(['pdf', '--out', path.join(root, 'out')], { TMPDIR: temporary })
  expect(code).toBe(1)
  expect(stderr).toMatch(
    /错误：放临时文件的 .*\/tmp 满了：.*\n请清出空间，或把环境变量 TMPDIR 设为别的文件夹，再试一次。\n$/,
  )
  expect([readdirSync(root), readdirSync(temporary)]).toEqual([['tmp'], []])
})

test('a disk that is full where the site is built says so, and leaves nothing', async ({ skip }) => {
  const root = temporaryFolder()
  const workshop = path.join(DECK, '.huibao')
  mountSmall(workshop, 200, skip)
  const { code, stderr } = await outcome(['pdf', '--out', path.join(root, 'out')])
  expect(code).toBe(1)
  expect(stderr).toContain(`错误：网站没有建成：磁盘满了，写不下 ${workshop} 或 `)
  expect(stderr).toMatch(/\n请清出空间，或换一个磁盘，再试一次。\n$/)
  expect([readdirSync(root), readdirSync(workshop)]).toEqual([[], []])
})
