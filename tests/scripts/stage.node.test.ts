import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { isExported } from '../../scripts/export/forms/index.ts'
import { isPngName } from '../../scripts/export/names.ts'
import { openStage, rejectUnwritable, removeStaleStages, type Stage } from '../../scripts/export/stage.ts'
import { temporaryFolder, testLifecycle } from './support/context.ts'

function shoot(stage: Stage, ...names: string[]): string[] {
  const files = names.map(name => `png/${name}`)
  files.forEach(file => stage.write(file, new TextEncoder().encode('new')))
  return files
}

describe('exported files', () => {
  it('come into their place together', () => {
    const out = path.join(temporaryFolder(), 'a/b')
    const stage = openStage(out, testLifecycle())
    stage.write('x.pdf', new Uint8Array([1]))
    const names = shoot(stage, '01.png', '02.png')
    expect([existsSync(path.join(out, 'x.pdf')), existsSync(path.join(out, 'png'))]).toEqual([false, false])
    expect(stage.commit(['x.pdf', ...names])).toEqual([
      path.join(out, 'x.pdf'),
      path.join(out, 'png/01.png'),
      path.join(out, 'png/02.png'),
    ])
    expect(readdirSync(path.join(out, 'png'))).toEqual(['01.png', '02.png'])
  })

  it('take the place of earlier ones, of which those without a successor go where they are there', async () => {
    const out = temporaryFolder()
    const png = path.join(out, 'png')
    mkdirSync(png)
    for (const name of ['01.png', '02.png', '03-01.png', '封面.png']) writeFileSync(path.join(png, name), 'old')
    const stage = openStage(out, testLifecycle())
    stage.commit(shoot(stage, '02.png', '05.png'), ['png/01.png', 'png/02.png', 'png/03-01.png', 'png/04.png'])
    await stage.discard()
    expect(readdirSync(png).sort()).toEqual(['02.png', '05.png', '封面.png'])
    expect(readFileSync(path.join(png, '02.png'), 'utf8')).toBe('new')
    expect(readdirSync(out)).toEqual(['png'])
  })

  it('leave others alone', () => {
    const out = temporaryFolder()
    mkdirSync(path.join(out, 'png'))
    writeFileSync(path.join(out, 'png/01.png'), 'old')
    const stage = openStage(out, testLifecycle())
    stage.write('x.pdf', new Uint8Array([1]))
    stage.commit(['x.pdf'])
    expect(readFileSync(path.join(out, 'png/01.png'), 'utf8')).toBe('old')
  })

  describe('of which one cannot be put in its place', () => {
    const EARLIER = {
      'x.pdf': 'old',
      'png/01.png': 'old',
      'png/02.png': 'old',
      'png/03.png': 'old',
      'png/mine.png': 'mine',
    }
    /** Moves of a commit over earlier files: four aside, three into their place. */
    const MOVES = 7

    function contents(folder: string): Record<string, string> {
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file =>
        statSync(path.join(folder, file)).isFile(),
      )
      return Object.fromEntries(
        files.map(file => [file.replaceAll('\\', '/'), readFileSync(path.join(folder, file), 'utf8')]),
      )
    }

    /** Commits a PDF and two pictures over `earlier`, the moves of these numbers failing. */
    function commit(earlier: Record<string, string>, ...failing: number[]) {
      const out = temporaryFolder()
      for (const [name, text] of Object.entries(earlier)) {
        mkdirSync(path.dirname(path.join(out, name)), { recursive: true })
        writeFileSync(path.join(out, name), text)
      }
      let moves = 0
      const stage = openStage(out, testLifecycle(), (from, to) => {
        moves += 1
        if (failing.includes(moves)) throw Object.assign(new Error(`EBUSY: ${path.basename(from)}`), { code: 'EBUSY' })
        renameSync(from, to)
      })
      stage.write('x.pdf', new TextEncoder().encode('new'))
      const names = shoot(stage, '01.png', '02.png')
      return {
        out,
        stage,
        run: () => stage.commit(['x.pdf', ...names], ['png/01.png', 'png/02.png', 'png/03.png']),
        moves: () => moves,
      }
    }

    it('is one move a file', async () => {
      const { out, stage, run, moves } = commit(EARLIER)
      run()
      await stage.discard()
      expect(moves()).toBe(MOVES)
      expect(contents(out)).toEqual({
        'x.pdf': 'new',
        'png/01.png': 'new',
        'png/02.png': 'new',
        'png/mine.png': 'mine',
      })
    })

    it.each(Array.from({ length: MOVES }, (_, index) => index + 1))(
      'leave the earlier ones as they were: move %i',
      async move => {
        const { out, stage, run } = commit(EARLIER, move)
        expect(run).toThrow(expect.objectContaining({ hint: '如果文件正在别的程序里打开，请关闭后重试。' }))
        await stage.discard()
        expect(contents(out)).toEqual(EARLIER)
        expect(readdirSync(out).sort()).toEqual(['png', 'x.pdf'])
      },
    )

    it.each([1, 2, 3])('leave nothing where nothing was: move %i', async move => {
      const { out, stage, run } = commit({}, move)
      expect(run).toThrow('EBUSY')
      await stage.discard()
      expect(readdirSync(out)).toEqual([])
    })

    it('tell where the earlier ones are if undoing fails too', async () => {
      const { out, stage, run } = commit(EARLIER, MOVES, MOVES + 4)
      const aside = path.join(out, `.huibao-${process.pid}-old`)
      expect(run).toThrow(
        expect.objectContaining({
          message: expect.stringContaining('只换了一部分') as string,
          hint: expect.stringContaining(aside) as string,
        }),
      )
      await stage.discard()
      await removeStaleStages(out)
      expect({
        ...contents(out),
        ...Object.fromEntries(Object.entries(contents(aside)).map(([name, text]) => [`png/${name.slice(2)}`, text])),
      }).toMatchObject(EARLIER)
    })

    it('tell nothing of a mixture where an earlier export has left its folder and nothing was moved', async () => {
      const { out, stage, run } = commit({ ...EARLIER, [`.huibao-${process.pid}-old/0-x.pdf`]: 'older' })
      expect(run).toThrow(/EEXIST/)
      await stage.discard()
      expect(contents(out)).toMatchObject(EARLIER)
    })

    it('leave a folder alone that has the name of a file', async () => {
      const { out, stage, run } = commit({ 'x.pdf/mine.txt': 'mine' })
      expect(run).toThrow('x.pdf 是文件夹，不是文件')
      await stage.discard()
      expect(contents(out)).toEqual({ 'x.pdf/mine.txt': 'mine' })
    })
  })

  it('that are not committed leave nothing, not even the folders made for them', async () => {
    const root = temporaryFolder()
    const life = testLifecycle()
    const stage = openStage(path.join(root, 'a/b'), life)
    shoot(stage, '01.png')
    await life.disposeAsync()
    expect(readdirSync(root)).toEqual([])
  })

  it('of one export alone are under way in a folder', async () => {
    const out = temporaryFolder()
    const [first, second] = [testLifecycle(), testLifecycle()]
    openStage(out, first)
    expect(() => openStage(out, second)).toThrow(
      expect.objectContaining({
        message: `另一条命令（进程 ${process.pid}）正在往 ${out} 里导出`,
        hint: expect.stringContaining('请等它做完再导出') as string,
      }),
    )
    await second.disposeAsync()
    await first.disposeAsync()
    expect(readdirSync(out)).toEqual([])
    openStage(out, testLifecycle())
  })

  it('sweep up after exports that were killed, and only after those', async () => {
    const out = temporaryFolder()
    for (const name of ['.huibao-999999999', '.huibao-lock-999999999', `.huibao-${process.pid}`, '.huibao-x', 'png'])
      mkdirSync(path.join(out, name))
    await removeStaleStages(out)
    await removeStaleStages(path.join(out, 'nowhere'))
    expect(readdirSync(out).sort()).toEqual([`.huibao-${process.pid}`, '.huibao-x', 'png'])
  })

  it('are refused where a file is in the way', () => {
    const root = temporaryFolder()
    writeFileSync(path.join(root, 'file'), '')
    for (const out of ['file', 'file/deeper']) {
      expect(() => rejectUnwritable(path.join(root, out))).toThrow(/写不进 .*file 是文件，不是文件夹/)
    }
    expect(() => rejectUnwritable(path.join(root, 'not/yet'))).not.toThrow()
    expect(readdirSync(root)).toEqual(['file'])
  })
})

describe('the names of exported files', () => {
  it.each<[string, number, boolean]>([
    ['01.png', 24, true],
    ['24.png', 9, true],
    ['03-02.png', 24, true],
    ['03-102.png', 24, true],
    ['001.png', 120, true],
    ['1.png', 9, false],
    ['01.png', 120, false],
    ['001.png', 24, false],
    ['20200101.png', 24, false],
    ['2020-01.png', 24, false],
    ['03-2.png', 24, false],
    ['01.jpg', 24, false],
    ['x01.png', 24, false],
  ])('%s of a deck of %i slides: %s', (name, total, ours) => {
    expect(isPngName(name, total)).toBe(ours)
  })

  it('are those of the PDF, the contact sheet and the PNG folder', () => {
    const files = [
      'x.pdf',
      'x-contact-sheet.png',
      'png/01.png',
      'y-contact-sheet.png',
      'y.pdf',
      '01.png',
      'png/deep/01.png',
      '../x.pdf',
    ]
    expect(files.filter(file => isExported(file, { fileName: 'x', total: 24 }))).toEqual([
      'x.pdf',
      'x-contact-sheet.png',
      'png/01.png',
    ])
  })
})
