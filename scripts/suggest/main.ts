import path from 'node:path'
import { onlyFile, parseOptions, type Command, type CommandSpec } from '../lib/args.ts'
import { HuibaoError } from '../../model/errors.ts'

const SPEC = {
  name: 'suggest',
  operands: '<文章>',
  about:
    '从一篇文章（.txt、.md、.docx）拟出一份文稿的数据：章、时段、每条数据和它的原句、文中的表、目标，\n' +
    '不是数据的数列为名目。按规则拟，与检查原文依据用的是同一套读法；拿不准的标“待核”。',
  options: {
    json: { type: 'boolean', default: false, help: '以 JSON 数组输出各条数据，字段同 figures --json，另有 doubt' },
    to: { type: 'string', value: '文件.xlsx', help: '另写成工作簿，在 Excel 或 WPS 里核对、修改；待核的在“待核”一列' },
    force: { type: 'boolean', default: false, help: '已经有这个工作簿，也照写' },
    year: { type: 'string', value: '年份', help: '文章说的是哪一年，写四位数；默认照文章里写的' },
  },
  more: '例：npx huibao suggest 公报.docx --to 公报.xlsx',
} as const satisfies CommandSpec

export const command: Command = {
  spec: SPEC,
  async run(context) {
    const { root, args, print } = context
    const { values, positionals } = parseOptions(SPEC, args)
    const file = onlyFile(positionals, '一篇文章', 'npx huibao suggest 公报.docx')
    const year = yearOf(values.year)
    const [{ readProse }, { suggest }, { suggestedRecords }, { suggestionText }] = await Promise.all([
      import('../lib/facts/read-article.ts'),
      import('./suggest.ts'),
      import('./records.ts'),
      import('./text.ts'),
    ])
    const prose = await readProse(root, file)
    const draft = suggest({ ...prose, file: path.basename(file) }, year === undefined ? {} : { year })
    if (values.to !== undefined) {
      const [{ writeWorkbook }, { saveWorkbook }] = await Promise.all([
        import('../workbook/write.ts'),
        import('../lib/xlsx/save.ts'),
      ])
      await saveWorkbook(context, values.to, writeWorkbook(draft), values.force)
      if (!values.json) return
    }
    print(values.json ? JSON.stringify(suggestedRecords(draft), null, 2) : suggestionText(draft))
  },
}

function yearOf(given: string | undefined): number | undefined {
  if (given !== undefined && !/^\d{4}$/.test(given))
    throw new HuibaoError(`--year 应为四位数的年份（现为 ${given}）`, { hint: '例：--year 2025', exitCode: 2 })
  return given === undefined ? undefined : Number(given)
}
