import { toDeckData } from '../../../model/slides/data.ts'
import { surveyDeck } from '../../../model/survey.ts'
import { parse } from '@slidev/parser'
import type { DeckSource } from '../../../model/source.ts'
import { factsOf } from '../../../scripts/check/facts/check.ts'
import type { Facts } from '../../../scripts/check/facts/facts.ts'
import type { SourceLock } from '../../../scripts/check/facts/lock.ts'
import type { Finding } from '../../../scripts/check/finding.ts'
import { parseArticle } from '../../../scripts/lib/facts/article.ts'
import type { DeckFacts } from '../../../scripts/lib/facts/deck.ts'
import { factSlide } from '../../../model/slides/read.ts'
import { soundSource } from '../../support/deck-source.ts'

export type Source = ReturnType<typeof soundSource>

/** The invented article that the invented deck is made from. */
export const ARTICLE = `
海湾区的一年
商业街

商贸
评说 商贸
一季度，销售额
同比增长6.5%。
数说 商贸
商铺累计300家；新开商铺40余家。
话说 商贸
我的商埔不大。生意好做了。
——商户 某店主

园林
数说 园林
新建公园3个。
`

/** Slides that show everything that the invented deck's data holds. */
export const SLIDES = `---
layout: cover
---

# 海湾

---
layout: numbers
---

## 商铺累计<Fig id="shops" />，新开<Fig id="shops-new" />

<StackedBars :pairs="[{ total: 'shops', part: 'shops-new', rest: 'shops-base' }]" />

<BigNumber id="sales-growth" />

<FigureGrid :ids="['parks-new']" />

<!--
新建公园<Fig id="parks-new" />，销售额<Fig id="sales-growth" as="worded" />。
-->

---
layout: quote
quote: keeper
photo: street
---
`

/** A deck's data in order, with the names of its article. */
export function source(change: (source: Source) => void = () => {}): DeckSource {
  const sound: Source = {
    ...soundSource(),
    names: { file: 'data/names.ts', names: [{ text: '海湾区的一年', reason: '口语' }] },
    unused: { file: 'data/unused.ts', unused: [] },
  }
  change(sound)
  return sound
}

export interface Parts {
  source?: DeckSource
  /** Null where the source is not at hand. */
  article?: string | null
  slides?: string
  lock?: SourceLock
  /** Layouts without a source line. */
  plain?: readonly string[]
}

/** Facts of a deck that is in order but for what is given. */
export async function facts({
  source: data = source(),
  article = ARTICLE,
  slides = SLIDES,
  lock,
  plain = ['cover'],
}: Parts = {}): Promise<Facts> {
  const surveyed = surveyDeck(data)
  const deckData = toDeckData(surveyed.deck)
  const parsed = await parse(slides, 'slides.md')
  const deck: DeckFacts = {
    ...surveyed,
    data: deckData,
    slides: parsed.slides.map((slide, index) =>
      factSlide(slide, index, {
        data: deckData,
        file: 'slides.md',
        sourced: !plain.includes(String(slide.frontmatter.layout)),
      }),
    ),
    where: (file, key) => `${file}#${key}`,
  }
  return factsOf(deck, {
    article: article === null ? undefined : parseArticle(article, data, '原文.txt'),
    articleFile: '原文.txt',
    lock,
  })
}

/** Where a finding is and what it measured, in one line. */
export function told(findings: readonly Finding[]): string[] {
  return findings.map(({ slide, where, measured }) => `${slide > 0 ? `第 ${slide} 页 ` : ''}${where} ${measured}`)
}
