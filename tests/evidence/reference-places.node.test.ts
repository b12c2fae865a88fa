import type { Box } from '../../components/evidence/reference-places.ts'
import { describe, expect, it } from 'vitest'
import { placeBeside } from '../../components/evidence/reference-places.ts'
import { lookProblems } from '../../setup/vite/look.ts'
import { parseExportArgs } from '../../scripts/export/args.ts'
import { lookQuery } from '../../scripts/lib/look.ts'

const room: Box = { left: 0, top: 0, right: 200, bottom: 100 }
const text: Box = { left: 40, top: 30, right: 100, bottom: 60 }
const request = { width: 20, height: 14, anchors: [text] }

describe('a reference in a chart', () => {
  it('stands behind its label, in the middle of the line', () => {
    expect(placeBeside([request], { texts: [text], shapes: [] }, room)).toEqual([
      { left: 104, top: 38, right: 124, bottom: 52 },
    ])
  })

  it('stands below where the room ends behind the label, or another text follows', () => {
    const [below] = placeBeside([request], { texts: [text], shapes: [] }, { ...room, right: 110 })
    expect(below).toEqual({ left: 60, top: 60, right: 80, bottom: 74 })
    const follower: Box = { left: 104, top: 30, right: 180, bottom: 60 }
    expect(placeBeside([request], { texts: [text, follower], shapes: [] }, room)).toEqual([below])
  })

  it('covers no other reference', () => {
    const [first, second] = placeBeside([request, request], { texts: [text], shapes: [] }, room)
    expect(
      second!.left >= first!.right ||
        second!.top >= first!.bottom ||
        second!.bottom <= first!.top ||
        second!.right <= first!.left,
    ).toBe(true)
  })

  it('covers a bar only where texts leave nothing else, and then stands behind its label', () => {
    const bar: Box = { left: 0, top: 28, right: 200, bottom: 60 }
    const [free] = placeBeside([request], { texts: [text], shapes: [bar] }, room)
    expect(free!.top >= bar.bottom || free!.bottom <= bar.top).toBe(true)
    const whole: Box = { left: 0, top: 0, right: 200, bottom: 100 }
    expect(placeBeside([request], { texts: [text], shapes: [whole] }, room)).toEqual([
      { left: 104, top: 38, right: 124, bottom: 52 },
    ])
  })

  it('stands where nobody takes it for the reference of another text', () => {
    const follower: Box = { left: 130, top: 30, right: 180, bottom: 60 }
    const remark: Box = { left: 64, top: 60, right: 100, bottom: 72 }
    const [place] = placeBeside([request], { texts: [text, follower, remark], shapes: [] }, room)
    expect(place).toEqual({ left: 60, top: 16, right: 80, bottom: 30 })
    const [alone] = placeBeside([request], { texts: [text, { ...follower, left: 141 }, remark], shapes: [] }, room)
    expect(alone!.left).toBe(104)
  })

  it('lies on the shape of its value rather than at a lesser label', () => {
    const label: Box = { left: 0, top: 76, right: 40, bottom: 92 }
    const bar: Box = { left: 10, top: 0, right: 200, bottom: 75 }
    const [place] = placeBeside([{ ...request, anchors: [text, label] }], { texts: [text, label], shapes: [bar] }, room)
    expect(place).toEqual({ left: 104, top: 38, right: 124, bottom: 52 })
  })

  it('takes the next label where the first has no room around it', () => {
    const other: Box = { left: 10, top: 80, right: 60, bottom: 95 }
    const crowd: Box[] = [{ left: 0, top: 0, right: 200, bottom: 78 }]
    const [place] = placeBeside(
      [{ ...request, anchors: [text, other] }],
      { texts: [...crowd, other], shapes: [] },
      room,
    )
    expect(place).toEqual({ left: 64, top: 80.5, right: 84, bottom: 94.5 })
  })
})

describe('references are asked for', () => {
  it('by the headmatter, which may only say yes or no', () => {
    expect(lookProblems({ references: true }, 'slides.md')).toEqual([])
    expect(lookProblems({ references: false }, 'slides.md')).toEqual([])
    expect(lookProblems({ references: 'yes', skin: '蓝' }, 'slides.md').map(({ message }) => message)).toEqual([
      expect.stringContaining('references（数据后面的附录编号）只能写 true 或 false，现在写的是“yes”'),
      expect.stringContaining('没有名为“蓝”的皮肤'),
    ])
  })

  it('by an option of the export, in every form', () => {
    expect(parseExportArgs(['--refs']).look).toEqual({ references: true })
    expect(parseExportArgs([]).look).toEqual({})
    expect(lookQuery(parseExportArgs(['--refs', '--skin', '夜']).look)).toEqual({ skin: 'night', refs: '' })
  })
})
