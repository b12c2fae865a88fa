import { compileTemplate } from 'vue/compiler-sfc'
import { describe, expect, it } from 'vitest'
import { plainTitles } from '../../setup/vite/titles.ts'

/** The module of titles as Slidev writes it. */
function moduleOf(...titles: string[]): string {
  return titles
    .map(
      (title, index) =>
        `<template ${index === 0 ? 'v-if' : 'v-else-if'}="no === ${index + 1}">\n\n${title}\n\n</template>`,
    )
    .join('\n')
}

describe('the module of titles', () => {
  it.each(['产值增长6.5%', '</script>产值', '{{ 产值 }}', '`产值` "a" \'b\' &amp;', '<Fig id="a" />', '# 一\\'])(
    'prints %s as it is',
    title => {
      const { code, errors } = compileTemplate({
        source: plainTitles(moduleOf('第一页', title)),
        filename: 'a.vue',
        id: 'a',
      })
      expect(errors).toEqual([])
      expect(code).toContain(`textContent: ${JSON.stringify(title)}`)
    },
  )
})
