import { execFile } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { commands, overview } from '../../scripts/cli.ts'
import { asksForHelp, helpOf, parseOptions, type CommandSpec } from '../../scripts/lib/args.ts'
import { ROOT } from '../support/project.ts'

const SPEC = {
  name: 'sample',
  operands: '[名]',
  about: '说明。',
  options: {
    out: { type: 'string', default: 'exports', value: '文件夹', help: '放在哪里\n默认 exports' },
    json: { type: 'boolean', default: false, help: '打印 JSON' },
  },
} as const satisfies CommandSpec

async function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return promisify(execFile)(process.execPath, [join(ROOT, 'scripts/huibao.js'), ...args], { cwd: ROOT }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  )
}

describe('huibao', () => {
  it('lists every command, with and without --help', async () => {
    expect(await run('--help')).toEqual({ code: 0, stdout: `${overview()}\n`, stderr: '' })
    expect(await run()).toEqual({ code: 0, stdout: `${overview()}\n`, stderr: '' })
    for (const name of Object.keys(commands)) expect(overview()).toMatch(new RegExp(`^  ${name} `, 'm'))
  })

  it('refuses a command that does not exist, and names those that do', async () => {
    const { code, stderr } = await run('exprot')
    expect(code).toBe(2)
    expect(stderr).toContain('没有这个命令：exprot')
    expect(stderr).toContain(Object.keys(commands).join('、'))
  })

  it.each(Object.keys(commands))('%s says what it takes, from the table that it parses with', async name => {
    const { command } = await commands[name]!.load()
    expect(command.spec.name).toBe(name)
    const { code, stdout } = await run(name, '--help')
    expect(code).toBe(0)
    for (const option of [...Object.keys(command.spec.options), 'help']) expect(stdout).toContain(`--${option}`)
    expect(() => parseOptions(command.spec, ['--nope'])).toThrow('命令的参数不对：--nope')
  })
})

describe('the arguments of a command', () => {
  it('have the types and defaults of the table', () => {
    const { values, positionals } = parseOptions(SPEC, ['a', '--json'])
    expect({ ...values }).toEqual({ out: 'exports', json: true })
    expect(positionals).toEqual(['a'])
  })

  it.each([
    [['--out'], '命令的参数不对：--out 后面要写一个值'],
    [['--jsn'], '命令的参数不对：--jsn'],
    [['--json=1'], '命令的参数不对：--json 后面不写值'],
  ])('are refused where they are wrong: %j', (args, message) => {
    expect(() => parseOptions(SPEC, args)).toThrow(message)
  })

  it('are refused where the command takes options only', () => {
    const { operands: _, ...options } = SPEC
    expect(() => parseOptions(options, ['a'])).toThrow('命令的参数不对：a')
  })

  it.each([
    [['--help'], true],
    [['a', '-h'], true],
    [['a'], false],
  ])('ask for help: %j', (args, expected) => {
    expect(asksForHelp(args)).toBe(expected)
  })

  it('are explained in two columns that line up in a terminal', () => {
    const help = helpOf(SPEC)
    const column = (text: string): number => {
      const line = help.split('\n').find(each => each.includes(text))!
      return stringWidth(line.slice(0, line.indexOf(text)))
    }
    expect(help).toMatch(/^用法：npx huibao sample \[名\] \[选项\]\n\n说明。\n/)
    expect(new Set(['放在哪里', '默认 exports', '打印 JSON', '显示这段说明'].map(column))).toHaveProperty('size', 1)
  })
})
