import { describe, expect, it } from 'vitest'
import { lexiconCutter } from '../../model/lexicon.ts'
import { cutWords } from '../../model/words.ts'
import { wordsIn } from '../../setup/vite/words.ts'

const TEXTS = [
  '治理提升工程总投资15.7亿元，约10000个车位',
  '无人工厂的3D打印机',
  '老旧小区改造这件民生实事，我们办到了',
  '全年GDP增长2.5%，高于全市 0.3 个百分点',
  'Smart City 2.0 平台接入 12,000 路视频',
]

describe('the words of a deck', () => {
  it('are those of several characters, each once', () => {
    expect(wordsIn(['民生实事，民生工程', 'const label = "GDP"'])).toEqual(['民生', '工程'].sort())
  })

  it.each(TEXTS)('are found in its texts by a browser that knows no others: %s', text => {
    expect(lexiconCutter(wordsIn(TEXTS))(text)).toEqual(cutWords(text))
  })

  it('lose no character of a text that is not among them', () => {
    const cut = lexiconCutter(wordsIn(TEXTS))
    const text = '“𠮷野家”\n新开（３）家——约5G、A4 纸'
    expect(cut(text).join('')).toBe(text)
    expect(cut(text)).toContain('𠮷')
    expect(cut('')).toEqual([])
  })
})
