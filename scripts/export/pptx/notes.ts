import { shapeTree } from './base/master.ts'
import { NUMBER_FIELD } from './base/placeholders.ts'
import { element, NAMESPACES, part, text, type Xml } from './xml/element.ts'

/** A page of notes. @param lines a paragraph each */
export function notesPart(lines: readonly string[], no: number, lang: string): string {
  return part(
    element(
      'p:notes',
      NAMESPACES,
      element(
        'p:cSld',
        {},
        shapeTree([
          placeXml(2, '幻灯片图像占位符', { type: 'sldImg' }, []),
          placeXml(
            3,
            '备注占位符',
            { type: 'body', idx: 1 },
            lines.map(line => lineXml(line, lang)),
          ),
          placeXml(4, '灯片编号占位符', { type: 'sldNum', sz: 'quarter', idx: 5 }, [numberXml(no, lang)]),
        ]),
      ),
      element('p:clrMapOvr', {}, element('a:masterClrMapping')),
    ),
  )
}

function placeXml(id: number, name: string, place: Record<string, string | number>, content: readonly Xml[]): Xml {
  const image = place.type === 'sldImg' || undefined
  return element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      element('p:cNvPr', { id, name: `${name} ${id - 1}` }),
      element('p:cNvSpPr', {}, element('a:spLocks', { noGrp: true, noRot: image, noChangeAspect: image })),
      element('p:nvPr', {}, element('p:ph', place)),
    ),
    element('p:spPr'),
    image ? undefined : element('p:txBody', {}, element('a:bodyPr'), element('a:lstStyle'), content),
  )
}

function look(lang: string): Xml {
  return element(
    'a:rPr',
    { lang, altLang: 'en-US', dirty: false },
    element('a:latin', { typeface: '+mn-lt' }),
    element('a:ea', { typeface: '+mn-ea' }),
  )
}

function lineXml(line: string, lang: string): Xml {
  return element('a:p', {}, line === '' ? undefined : element('a:r', {}, look(lang), element('a:t', {}, text(line))))
}

function numberXml(no: number, lang: string): Xml {
  return element('a:p', {}, element('a:fld', { ...NUMBER_FIELD }, look(lang), element('a:t', {}, text(String(no)))))
}
