import { MEASURES, type MeasureKind } from '../../model/units.ts'
import { KIND_NAMES } from '../../model/vocabulary.ts'
import type { WrittenSheet } from '../lib/xlsx/sheet.ts'
import type { DeckDraft } from '../lib/draft.ts'
import * as codec from './codec.ts'
import type { References } from './names.ts'
import { LOOK } from './look.ts'

/** A line of the first sheet. */
interface MeetingKey {
  head: string
  codec: codec.Codec
  note: string
  required?: true
  /** What it holds of a draft. */
  of: (draft: DeckDraft) => unknown
}

const OWN_UNITS = '自定单位·'

/** What the first sheet says of the deck as a whole. */
export const MEETING_KEYS: readonly MeetingKey[] = [
  {
    head: '标题',
    codec: codec.text,
    required: true,
    note: '封面上的标题。已经有幻灯片的文稿，标题在 slides.md 里改。',
    of: ({ title }) => title,
  },
  { head: '副标题', codec: codec.text, note: '标题下的一行，如单位和年份。', of: ({ subtitle }) => subtitle },
  {
    ...{ head: '栏目', codec: codec.list, note: '原文每章固定分成哪几栏，用；隔开；不分栏的空着。' },
    of: ({ source }) => (source.columns.length > 0 ? source.columns : undefined),
  },
  ...(Object.keys(MEASURES) as MeasureKind[]).map((kind): MeetingKey => ({
    head: `${OWN_UNITS}${KIND_NAMES[kind]}`,
    codec: codec.list,
    note: '系统不认识的计量单位，用；隔开，如“场次”。一般空着。',
    of: ({ source }) => source.units?.[kind],
  })),
]

/** The measure that a line lists units of. */
export function unitsKind(head: string): MeasureKind | undefined {
  return (Object.keys(MEASURES) as MeasureKind[]).find(kind => head === `${OWN_UNITS}${KIND_NAMES[kind]}`)
}

export const MEETING = '会议'

const INTRODUCTION = `怎么填：红头的列必填，灰头的列可以空着；鼠标停在列头上看说明；灰字的“例”不用删，也不要改。
填好保存。新开一份文稿：npx huibao new --to 文件夹 这个文件.xlsx，原文写在后面；
已经有文稿的，在它的文件夹里：npx huibao workbook read 这个文件.xlsx。`

/** The first sheet: what the deck is called, and how its article is laid out. */
export function writeMeeting(draft: DeckDraft, refs: References): WrittenSheet {
  return {
    name: MEETING,
    rows: [
      ['项目', '内容', '说明'].map(value => ({ value, style: LOOK.optional })),
      ...MEETING_KEYS.map(({ head, codec, required, note, of }) => {
        const value = of(draft)
        const content = value === undefined ? undefined : codec.write(value, refs)
        return [
          { value: head, style: required ? LOOK.required : LOOK.optional },
          content === undefined ? undefined : { value: String(content), style: LOOK.text },
          { value: note, style: LOOK.example },
        ]
      }),
      [],
      [undefined, undefined, { value: INTRODUCTION, style: LOOK.example }],
    ],
    columns: [{ width: 18 }, { width: 50, style: LOOK.text }, { width: 60 }],
    frozen: { rows: 1, columns: 0 },
  }
}
