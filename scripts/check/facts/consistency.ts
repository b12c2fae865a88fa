import type { Finding } from '../finding.ts'
import { comparisons } from './consistency/comparisons.ts'
import { forms } from './consistency/forms.ts'
import { highlights } from './consistency/highlights.ts'
import { ids } from './consistency/ids.ts'
import { labels } from './consistency/labels.ts'
import { periods } from './consistency/periods.ts'
import { refused } from './consistency/refused.ts'
import { shares } from './consistency/shares.ts'
import { tables } from './consistency/tables.ts'
import { typedNumbers } from './consistency/typed-numbers.ts'
import { dataFindings, type Facts } from './facts.ts'

/**
 * What holds between figures, and between the places that print one. A figure has one printed form: its value, unit and
 * qualifier come from one formatter, and the words around it must not add to them; 6.5%, +6.5% and 同比增长6.5% are
 * ways of writing that form.
 */
export function consistency(facts: Facts): Finding[] {
  return [
    ...dataFindings(facts, 'consistency', 'relation', '编号和名称不重复，of 所指的与它同一时段，部分不大于整体'),
    ...ids(facts),
    ...labels(facts),
    ...shares(facts),
    ...tables(facts),
    ...comparisons(facts),
    ...refused(facts),
    ...highlights(facts),
    ...typedNumbers(facts),
    ...periods(facts),
    ...forms(facts),
  ]
}
