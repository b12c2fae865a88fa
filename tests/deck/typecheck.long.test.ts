import { execFile } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { afterAll, expect, it } from 'vitest'
import { figures } from 'virtual:huibao/deck'
import { ROOT } from '../support/project.ts'

const folder = join(ROOT, '.huibao', 'tests', 'typecheck')

afterAll(() => rm(folder, { recursive: true, force: true }))

/** Lines of the type check that name one of the written files. */
async function typecheck(files: Record<string, string>): Promise<string[]> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  await writeFile(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      extends: '../../../tsconfig.json',
      include: ['../../../env.d.ts', '../../../types', '../../../data', ...Object.keys(files)],
      exclude: [],
    }),
  )
  const output = await promisify(execFile)(process.execPath, [
    join(ROOT, 'node_modules/vue-tsc/bin/vue-tsc.js'),
    '--noEmit',
    '-p',
    folder,
  ]).then(
    ({ stdout }) => stdout,
    (error: { stdout: string }) => error.stdout,
  )
  return output.split(/\r?\n/).filter(line => Object.keys(files).some(name => line.includes(name)))
}

it(
  'a wrong figure id fails the type check on a slide, in a component and in a script',
  { timeout: 120_000 },
  async () => {
    const right = figures[0]!.id
    const wrong = `${right}x`
    const vue = (id: string): string =>
      `<script setup lang="ts">\nimport Fig from '../../../components/Fig.vue'\nimport FigureGrid from '../../../components/FigureGrid.vue'\n</script>\n<template><Fig id="${id}" /><FigureGrid :ids="['${id}']" /></template>\n`
    const md = (id: string): string =>
      `---\ntheme: none\n---\n\n# A title <Fig id="${id}" />\n\n<BarChart :ids="['${id}']" v-click />\n\n---\n\n<BigNumber id="${id}" />\n`
    const ts = (id: string): string => `import { getFigure } from 'virtual:huibao/deck'\ngetFigure('${id}')\n`
    const lines = await typecheck({
      'right.md': md(right),
      'right.vue': vue(right),
      'right-script.ts': ts(right),
      'wrong.md': md(wrong),
      'wrong.vue': vue(wrong),
      'wrong-script.ts': ts(wrong),
    })
    expect(lines.filter(line => line.includes('right'))).toEqual([])
    expect(lines.filter(line => line.includes('wrong.md') && line.includes(`"${wrong}"`))).toHaveLength(3)
    expect(lines.filter(line => line.includes('wrong.vue') && line.includes(`"${wrong}"`))).toHaveLength(2)
    expect(lines.filter(line => line.includes('wrong-script.ts') && line.includes(`"${wrong}"`))).toHaveLength(1)
  },
)
