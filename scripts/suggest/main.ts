import { parseOptions, type Command, type CommandSpec } from '../lib/args.ts'
import { HuibaoError } from '../../model/errors.ts'
import { SOURCE_OPTIONS, sourceOptions } from './options.ts'

const SPEC = {
  name: 'suggest',
  operands: '<来源…>',
  about:
    '从文章（.txt、.md、.docx）、单位的工作簿（.xlsx、.csv）或填好的模板拟出一份文稿的数据：章、时段、每条数据和它的出处、表、目标，\n' +
    '不是数据的数列为名目。几个来源可以一起给：都有的数合为一条，对不上的两边都列出来。按规则拟，与检查原文依据用的是同一套读法；\n' +
    '拿不准的标“待核”。',
  options: {
    json: { type: 'boolean', default: false, help: '以 JSON 数组输出各条数据，字段同 figures --json，另有 doubt' },
    to: { type: 'string', value: '文件.xlsx', help: '另写成工作簿，在 Excel 或 WPS 里核对、修改；待核的在“待核”一列' },
    force: { type: 'boolean', default: false, help: '已经有这个工作簿，也照写' },
    ...SOURCE_OPTIONS,
  },
  more: '例：npx huibao suggest 公报.docx 指标.xlsx --to 数据.xlsx',
} as const satisfies CommandSpec

export const command: Command = {
  spec: SPEC,
  async run(context) {
    const { root, args, print, log } = context
    const { values, positionals } = parseOptions(SPEC, args)
    if (positionals.length === 0)
      throw new HuibaoError('没有写来源', {
        hint: '例：npx huibao suggest 公报.docx；写法见 npx huibao suggest --help',
        exitCode: 2,
      })
    const options = await sourceOptions(values)
    const [{ draftOf, givenFiles }, { suggestedRecords }, { suggestionText }] = await Promise.all([
      import('./sources.ts'),
      import('./records.ts'),
      import('./text.ts'),
    ])
    const { draft, told } = await draftOf(await givenFiles(root, positionals), options)
    told.forEach(line => log.info(line))
    if (values.to !== undefined) {
      const [{ writeWorkbook }, { saveWorkbook }] = await Promise.all([
        import('../workbook/write.ts'),
        import('../lib/xlsx/save.ts'),
      ])
      await saveWorkbook(context, values.to, writeWorkbook(draft), values.force)
      log.info(`核对以后：npx huibao new --to 文件夹 ${values.to} ${positionals.join(' ')}`)
      if (!values.json) return
    }
    print(values.json ? JSON.stringify(suggestedRecords(draft), null, 2) : suggestionText(draft))
  },
}
