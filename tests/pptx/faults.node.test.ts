import { expect, test } from 'vitest'
import { baseTemplate } from '../../scripts/export/pptx/base/base.ts'
import { writePptx } from '../../scripts/export/pptx/write.ts'
import { readXml } from '../../scripts/lib/facts/office/xml.ts'
import { deckModel, everyShape, media } from './support/model.ts'
import { openPackage, packageFaults, slideFaults, type Package } from './support/package.ts'

const SLIDE = 'ppt/slides/slide1.xml'
const THEME = 'ppt/theme/theme1.xml'

const model = deckModel([everyShape(1)])
const sound = openPackage(writePptx(model, baseTemplate(model), media))

/** The presentation with one thing in one part otherwise. */
function spoilt(part: string, from: string | RegExp, to: string): Package {
  const text = (name: string): string => {
    const content = sound.text(name)
    return name === part ? content.replace(from, to) : content
  }
  if (text(part) === sound.text(part)) throw new Error(`${part} has no ${from}`)
  return { names: sound.names, text, xml: name => readXml(text(name), name) }
}

// What keeps the other tests from passing whatever is written.
test.for([
  ['[Content_Types].xml', '/ppt/slideMasters/slideMaster1.xml', '/ppt/slideMasters/slideMaster2.xml', 'is not there'],
  ['[Content_Types].xml', 'Extension="png"', 'Extension="gif"', 'image1.png has no type'],
  ['ppt/slides/_rels/slide1.xml.rels', 'image1.svg', 'image7.svg', 'image7.svg is not there'],
  ['ppt/slides/_rels/slide1.xml.rels', 'Id="rId2"', 'Id="rId1"', 'rId1 twice'],
  [SLIDE, /cx="\d+"/, 'cx="NaN"', 'a value that is none'],
  [SLIDE, 'algn="l"', 'algn=""', 'an empty attribute'],
  [SLIDE, '<p:cNvPr id="3"', '<p:cNvPr id="2"', 'two shapes 2'],
  [SLIDE, '<a:effectLst/>', '', 'a ground without effects'],
  [SLIDE, /<p:txBody>.*?<\/p:txBody>/, '', 'a shape without a text body'],
  [SLIDE, /<a:off x="\d+"/, '<a:off x="1.5"', 'x is 1.5'],
  [THEME, /<a:fillStyleLst><a:solidFill>.*?<\/a:solidFill>/, '<a:fillStyleLst>', 'fillStyleLst without exactly three'],
  ['ppt/notesMasters/notesMaster1.xml', 'type="hdr"', 'type="ftr"', 'placeholders are'],
] as const)('%s: %s', ([part, from, to, fault]) => {
  expect(packageFaults(spoilt(part, from, to)).join('\n')).toContain(fault)
})

test.for([
  ['<a:ea typeface="+mn-ea"/>', '', 'rPr without faces or language'],
  [' lang="zh-CN"', '', 'rPr without faces or language'],
  [' descr="山 &amp; 水"', '', 'has no description'],
] as const)('of a slide: %s', ([from, to, fault]) => {
  expect(slideFaults(SLIDE, spoilt(SLIDE, from, to)).join('\n')).toContain(fault)
})
