import type { DeckModel, Paragraph, SlideModel, TextShape } from '../../../scripts/export/pptx/model.ts'
import type { Media } from '../../../scripts/export/pptx/media.ts'
import { skins, type SkinId } from '../../../styles/tokens.ts'

const INK = { hex: '1d1f23', alpha: 1 }
const RED = { hex: 'a61c23', alpha: 0.5 }

/** A paragraph of plain text. */
export function paragraph(...lines: string[]): Paragraph {
  return {
    align: 'left',
    lines: lines.map(text => [{ text, face: 'body', size: 24, bold: false, color: INK, underline: false, spacing: 0 }]),
    indent: 0,
    pitch: 36,
    before: 0,
  }
}

const rect = { left: 72, top: 80, right: 400, bottom: 140 }

export function textShape(role: TextShape['role'], ...lines: string[]): TextShape {
  return { kind: 'text', role, rect, paragraphs: [paragraph(...lines)] }
}

/** A slide with a shape of each kind, and texts that have to be escaped. */
export function everyShape(no: number): SlideModel {
  return {
    no,
    layout: 'chart',
    background: { hex: '6d0f15', alpha: 1 },
    notes: ['备注 <一> & “二”', ''],
    shapes: [
      textShape('title', '标题 <A&B>', '第二行'),
      textShape('body', '一句话'),
      textShape('number', String(no)),
      {
        kind: 'text',
        role: 'other',
        rect,
        paragraphs: [
          { ...paragraph('一项'), bullet: { marker: 3, color: RED, level: 1, hanging: 28 }, indent: 28 },
          {
            ...paragraph(),
            lines: [
              [
                {
                  ...paragraph('外').lines[0]![0]!,
                  text: '外面',
                  link: { url: 'https://example.com/?a=1&b=2' },
                  underline: true,
                },
                { ...paragraph('里').lines[0]![0]!, text: '第一页', link: { slide: 1 } },
                { ...paragraph('缺').lines[0]![0]!, text: '没有的页', link: { slide: 99 } },
              ],
            ],
          },
        ],
      },
      { kind: 'vector', rect, geometry: { form: 'rect', radius: 8 }, fill: RED },
      { kind: 'vector', rect, geometry: { form: 'ellipse' }, line: line([4, 2, 1]) },
      {
        kind: 'vector',
        rect: { ...rect, bottom: rect.top },
        geometry: { form: 'line', rising: false },
        line: line([]),
      },
      {
        kind: 'vector',
        rect,
        geometry: {
          form: 'path',
          steps: [
            { to: 'move', points: [[0, 0]] },
            {
              to: 'curve',
              points: [
                [1, 2],
                [3, 4],
                [5.55, 6],
              ],
            },
            { to: 'line', points: [[7, 8]] },
            { to: 'close', points: [] },
          ],
        },
        fill: INK,
      },
      { kind: 'picture', rect, source: 'scene', crop: { left: 0.1, top: 0, right: 0, bottom: 0.25 }, alt: '山 & 水' },
      { kind: 'picture', rect, source: 'photo', crop: { left: 0, top: 0, right: 0, bottom: 0 }, alt: '' },
      {
        kind: 'group',
        rect,
        alt: '图：“甲”',
        shapes: [{ kind: 'vector', rect, geometry: { form: 'rect', radius: 0 } }],
      },
      {
        kind: 'table',
        rect,
        alt: '表',
        columns: [100, 228],
        headed: true,
        rows: [
          { height: 30, cells: [cell('甲', 1), cell('乙', 1)] },
          { height: 30, cells: [cell('合', 2), { ...cell('', 1), covered: 'across', paragraphs: [] }] },
        ],
      },
    ],
  }
}

function line(dash: number[]) {
  return { color: INK, width: 2, dash, cap: 'round', join: 'round' } as const
}

function cell(text: string, across: number) {
  return {
    across,
    along: 1,
    paragraphs: [paragraph(text)],
    anchor: 'middle',
    margins: { left: 4, top: 0, right: 0, bottom: 0 },
    borders: [{ side: 'bottom', color: INK, width: 1, dash: [] }],
  } as const
}

export function deckModel(slides: SlideModel[], skin: SkinId = 'red', height = 720): DeckModel {
  return {
    title: '年终 <汇报> & 展望',
    author: '某人',
    subject: '一年',
    keywords: ['甲', '乙'],
    lang: 'zh-CN',
    date: new Date(Date.UTC(2031, 0, 5)),
    canvas: { width: 1280, height },
    theme: {
      name: `汇报 ${skins[skin].name}`,
      dark: skins[skin].scheme === 'dark',
      colors: skins[skin].color,
      faces: { heading: 'Noto Serif SC', body: 'Noto Sans SC' },
    },
    slides,
  }
}

const bytes = new Uint8Array([1, 2, 3])

export const media: ReadonlyMap<string, Media> = new Map<string, Media>([
  ['scene', { image: { bytes, extension: 'png' }, svg: bytes }],
  ['photo', { image: { bytes, extension: 'jpeg' } }],
])
