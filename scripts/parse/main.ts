import { parseOptions, type Command, type CommandSpec } from '../lib/args.ts'

const SPEC = {
  name: 'parse',
  about:
    '逐行读标准输入里的句子，说出每句写了哪些数：数值、单位、限定词、增减、类别、时段；\n' +
    '表（用 |、制表符、空格隔开的，或 csv）按行名、列名读出每一行的数。\n' +
    '与检查原文依据用的是同一套读法；读不懂的照实列出，不猜正负，不猜单位。',
  options: {
    json: { type: 'boolean', default: false, help: '每句输出一行 JSON，字段名为英文（加 npm run -s）' },
  },
  more: '例：echo 地区生产总值完成71.92亿元，同比增长6.7% | npx huibao parse',
} as const satisfies CommandSpec

export const command: Command = {
  spec: SPEC,
  async run({ args, print, lines }) {
    const { json } = parseOptions(SPEC, args).values
    const [{ parseLines }, { clauseText }] = await Promise.all([import('./tables.ts'), import('./text.ts')])
    const given: string[] = []
    for await (const line of lines()) given.push(line)
    for (const parsed of parseLines(given)) print(json ? JSON.stringify(parsed) : clauseText(parsed))
  },
}
