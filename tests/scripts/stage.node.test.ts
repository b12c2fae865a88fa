import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openStage, refuseUnwritable, removeAbandoned } from '../../scripts/export/stage.ts'
import { temporaryFolder, testLifecycle } from './support/context.ts'

function shoot(folder: string, ...names: string[]): string[] {
  names.forEach(name => writeFileSync(path.join(folder, name), 'new'))
  return names
}

describe('exported files', () => {
  it('come into their place together', () => {
    const out = path.join(temporaryFolder(), 'a/b')
    const stage = openStage(out, testLifecycle())
    stage.writePdf('x.pdf', new Uint8Array([1]))
    const names = shoot(stage.folder, '01.png', '02.png')
    expect([existsSync(path.join(out, 'x.pdf')), existsSync(path.join(out, 'png'))]).toEqual([false, false])
    expect(stage.commit('x.pdf', names)).toEqual([path.join(out, 'x.pdf'), path.join(out, 'png/01.png'), path.join(out, 'png/02.png')])
    expect(readdirSync(path.join(out, 'png'))).toEqual(['01.png', '02.png'])
  })

  it('replace the numbered PNG files as a set, and leave those of others alone', async () => {
    const out = temporaryFolder()
    const png = path.join(out, 'png')
    mkdirSync(png)
    for (const name of ['01.png', '02.png', '03-01.png', '104.png', '7.png', '封面.png', '01.jpg']) writeFileSync(path.join(png, name), 'old')
    const stage = openStage(out, testLifecycle())
    stage.commit(undefined, shoot(stage.folder, '02.png', '05.png'))
    await stage.discard()
    expect(readdirSync(png).sort()).toEqual(['01.jpg', '02.png', '05.png', '7.png', '封面.png'])
    expect(readFileSync(path.join(png, '02.png'), 'utf8')).toBe('new')
    expect(readdirSync(out)).toEqual(['png'])
  })

  it('leave the PNG files alone where only a PDF is exported', () => {
    const out = temporaryFolder()
    mkdirSync(path.join(out, 'png'))
    writeFileSync(path.join(out, 'png/01.png'), 'old')
    const stage = openStage(out, testLifecycle())
    stage.writePdf('x.pdf', new Uint8Array([1]))
    stage.commit('x.pdf', undefined)
    expect(readFileSync(path.join(out, 'png/01.png'), 'utf8')).toBe('old')
  })

  it('that are not committed leave nothing, not even the folders made for them', async () => {
    const root = temporaryFolder()
    const life = testLifecycle()
    const stage = openStage(path.join(root, 'a/b'), life)
    shoot(stage.folder, '01.png')
    await life.dispose()
    expect(readdirSync(root)).toEqual([])
  })

  it('sweep up after exports that were killed, and only after those', async () => {
    const out = temporaryFolder()
    for (const name of ['.huibao-999999999', `.huibao-${process.pid}`, '.huibao-x', 'png']) mkdirSync(path.join(out, name))
    await removeAbandoned(out)
    await removeAbandoned(path.join(out, 'nowhere'))
    expect(readdirSync(out).sort()).toEqual([`.huibao-${process.pid}`, '.huibao-x', 'png'])
  })

  it('are refused where a file is in the way', () => {
    const root = temporaryFolder()
    writeFileSync(path.join(root, 'file'), '')
    for (const out of ['file', 'file/deeper']) {
      expect(() => refuseUnwritable(path.join(root, out))).toThrow(/写不进导出文件夹 .*file 是文件，不是文件夹/)
    }
    expect(() => refuseUnwritable(path.join(root, 'not/yet'))).not.toThrow()
    expect(readdirSync(root)).toEqual(['file'])
  })
})
