import { readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { deckFolder, temporaryFolder } from '../scripts/support/context.ts'
import { contentsOf, exportCommand } from '../scripts/support/exporting.ts'

const DECK = deckFolder('good')

async function outcomes(...runs: string[][]) {
  const running = runs.map(args => exportCommand(['--scale', '1', ...args], DECK))
  return Promise.all(running.map(async ({ output, closed }) => ({ code: await closed, ...output })))
}

describe('two exports of a deck at once', () => {
  test('into one folder: one is done, the other one is refused and told what to do', async () => {
    const out = temporaryFolder()
    const ended = await outcomes(['--range', '1-3', '--out', out], ['--range', '2-4', '--out', out])
    expect(ended.map(({ code }) => code).sort()).toEqual([0, 1])
    const refused = ended.find(({ code }) => code === 1)!
    expect(refused.stderr).toMatch(
      /错误：另一条命令（进程 \d+）正在往 .* 里导出\n请等它做完再导出，或用 --out 换一个文件夹/,
    )
    const pictures = ended[0]!.code === 0 ? ['01.png', '02.png', '03.png'] : ['02.png', '03.png', '04.png']
    expect([readdirSync(out).sort(), readdirSync(path.join(out, 'png'))]).toEqual([['png', '样例.pdf'], pictures])
  })

  test('into two folders, with a site to be built: both are right', async () => {
    rmSync(path.join(DECK, '.huibao'), { recursive: true, force: true })
    const outs = [temporaryFolder(), temporaryFolder()]
    const ended = await outcomes(...outs.map(out => ['png', '--out', out]))
    expect(ended.map(({ code, stderr }) => [code, stderr.includes('等它建完')]).sort()).toEqual([
      [0, false],
      [0, true],
    ])
    const [first, second] = outs.map(contentsOf)
    expect(Object.keys(first!)).toEqual(['png/01.png', 'png/02.png', 'png/03.png', 'png/04.png'])
    expect(first).toEqual(second)
  })
})
