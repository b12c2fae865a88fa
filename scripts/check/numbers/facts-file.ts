import type { Fact, FactsDocument } from '../../../model/facts.ts'
import { FACTS_FILE } from '../../../model/facts.ts'
import type { Figure } from '../../../model/figure.ts'
import { entryNumber } from '../../../model/appendix-entries.ts'
import { formatFigure } from '../../../model/format.ts'
import type { NumberData } from './snapshot.ts'
import type { RuleFinding } from '../finding.ts'
import type { JudgedSnapshot } from './snapshot.ts'

/** What the file must say of a figure, by what messages call it. */
function expectedOf(
  figure: Figure,
  number: number,
): readonly (readonly [name: string, expected: unknown, said: (fact: Partial<Fact>) => unknown])[] {
  return [
    ['附录编号', number, fact => fact.number],
    ['名称', figure.label, fact => fact.label],
    ['印法', formatFigure(figure, 'worded'), fact => fact.text],
    ['数值', String(figure.parts ?? figure.value), fact => String(fact.value)],
    ['范围的另一端', figure.to, fact => fact.to],
    ['单位', figure.unit, fact => fact.unit],
    ['限定词', figure.qualifier, fact => fact.qualifier],
    ['小数位数', figure.decimals, fact => fact.decimals],
    ['增减词', figure.change, fact => fact.change],
    ['时段', figure.period.text, fact => fact.period?.text],
    ['原句', figure.derived ? undefined : figure.evidence.clause, fact => fact.clause],
    ['另几处原句', figure.derived ? undefined : figure.evidence.also?.join('\n'), fact => fact.also?.join('\n')],
    ['来源', figure.source?.title, fact => fact.source?.title],
    ['算式', figure.derived?.formula, fact => fact.derived?.formula],
  ]
}

/** Judges the facts that the site serves and every PDF carries: they are those of the data. */
export function factsFileFindings(
  text: string,
  { figures }: NumberData,
  showing: JudgedSnapshot['showing'],
): RuleFinding[] {
  const finding = (id: string, measured: string, expected: string): RuleFinding => ({
    element: FACTS_FILE,
    text: id,
    measured,
    expected,
    advice: '请检查 model/facts.ts 和 setup/vite/facts.ts',
    excess: 1,
  })
  const facts = parse(text)
  if (!facts) return [finding('', '网站里没有这个文件，或读不出来', '全部数据')]
  const known = new Map(facts.map(fact => [fact.id, fact]))
  return [
    ...figures.flatMap(figure => {
      const fact = known.get(figure.id)
      if (!fact) return [finding(figure.id, `没有“${figure.label}”`, '全部数据')]
      const wrong = expectedOf(figure, entryNumber(figure.id, figures))
        .filter(([, expected, said]) => said(fact) !== expected)
        .map(([name, expected, said]) =>
          finding(figure.id, `${name}写成了“${String(said(fact) ?? '')}”`, `“${String(expected ?? '')}”`),
        )
      const strange = (fact.slides ?? []).find(no => showing(figure.id, no) === false)
      return strange === undefined
        ? wrong
        : [...wrong, finding(figure.id, `说第 ${strange} 页有这条数据`, '印着这条数据的一页')]
    }),
    ...facts
      .filter(({ id }) => !figures.some(figure => figure.id === id))
      .map(({ id }) => finding(String(id), '数据里没有这一条', '只有数据里的')),
  ]
}

function parse(text: string): Partial<Fact>[] | undefined {
  try {
    const { figures } = JSON.parse(text) as Partial<FactsDocument>
    return Array.isArray(figures) ? [...figures] : undefined
  } catch {
    return undefined
  }
}
