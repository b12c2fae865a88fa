import type { Finders } from '../../../components/charts/define-chart.ts'
import { charts } from '../../../components/charts/registry.ts'
import { propsOfTag } from '../../../components/charts/tag-props.ts'
import { planSmallMultiples, smallMultiplesVueProps } from '../../../components/small-multiples.ts'
import { loadSoundDeck } from '../../../model/load.ts'
import { readMap } from '../../../model/load-maps.ts'
import { loadSlides } from '../../../model/slides/load.ts'
import { componentName } from '../../../model/slides/ids.ts'
import { scanTags } from '../../../model/slides/scan.ts'

/** A chart as a slide of a deck shows it. */
export interface DeckChart {
  slide: number
  name: string
  props: Readonly<Record<string, unknown>>
  /** Whether it is a panel of several. */
  named: boolean
}

/** The charts of a deck. */
export interface DeckCharts {
  find: Finders
  shown: readonly DeckChart[]
}

/** All charts that the slides of a deck show, panels each by itself, and what finds their figures. */
export async function chartsOfDeck(root: string): Promise<DeckCharts> {
  const [deck, { slides }] = await Promise.all([loadSoundDeck(root), loadSlides(root)])
  const find: Finders = {
    figure: deck.getFigure,
    table: id => deck.tables.find(table => table.id === id)!,
    target: id => deck.targets.find(target => target.id === id)!,
    map: src => readMap(root, src),
  }
  const shown = slides.flatMap(({ content }, index) =>
    scanTags(content).flatMap((tag): DeckChart[] => {
      const [slide, name] = [index + 1, componentName(tag.name)]
      const chart = charts[name]
      if (tag.type === 'close') return []
      if (chart) return [{ slide, name, props: propsOfTag(tag, chart), named: false }]
      if (name !== 'SmallMultiples') return []
      const asked = propsOfTag(tag, { props: smallMultiplesVueProps })
      const { chart: panel = 'TrendChart' } = asked as { chart?: string }
      return planSmallMultiples(asked, each => charts[each], find).panels.map(({ props }) => ({
        ...{ slide, name: panel, props },
        named: true,
      }))
    }),
  )
  return { find, shown }
}
