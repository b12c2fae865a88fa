import { describe, expect, it } from 'vitest'
import { LIMITS } from '../../components/present/protocol.ts'
import { isDrawing } from '../../scripts/present/drawing.ts'

const ID = 'a1b2c3d4-0f0e-1111-2222-a1b2c3d4e5f6'

describe('a drawing', () => {
  it.each([
    '',
    '<path fill="transparent" stroke="#ff595e" stroke-width="4" stroke-linecap="round" d="M 12,3 C 1.5,-2.25 3e-7,4 5,6"></path>',
    '<path fill="rgb(1, 2, 3)" stroke-dasharray="4 8" d="M0,0"/><line x1="0" y1="0" x2="1" y2="1" stroke="black"></line>',
    `<g><defs><marker id="${ID}" viewBox="0 -5 10 10" refX="5" refY="0" markerWidth="4" markerHeight="4" orient="auto"><path fill="#000" d="M0,-5L10,0L0,5"></path></marker></defs><line x1="1" y1="2" x2="3" y2="4" marker-end="url(#${ID})"></line></g>`,
    '<ellipse cx="1" cy="2" rx="3" ry="4"></ellipse>\n'.trim(),
    `<g data-drauu_index="12"><line x1="1" data-drauu_index="0"></line></g>`,
    '<rect x="1" y="2" width="3" height="4" rx="1" ry="1"></rect>',
  ])('%s', svg => {
    expect(isDrawing(svg)).toBe(true)
  })

  it.each([
    '<script>alert(1)</script>',
    '<SCRIPT></SCRIPT>',
    '<Path d="M0,0"/>',
    '<svg></svg>',
    '<g><script></script></g>',
    '<path><script/></path>',
    '<path d="M0,0"/><script/>',
    '<foreignObject></foreignObject>',
    '<foreignobject></foreignobject>',
    '<style>*{}</style>',
    '<image href="x"/>',
    '<img src="x">',
    '<a href="x"></a>',
    '<use href="#x"/>',
    '<use xlink:href="#x"/>',
    '<text>x</text>',
    '<title>x</title>',
    '<animate attributeName="d" to="x"/>',
    '<set attributeName="onload" to="x"/>',
    '<filter></filter>',
    '<mask></mask>',
    '<pattern></pattern>',
    '<symbol></symbol>',
    '<iframe></iframe>',
    '<g:path/>',
    '<svg:path/>',
    '<constructor></constructor>',
    '<__proto__></__proto__>',
    '<path onclick="x"/>',
    '<path OnLoad="x"/>',
    '<path style="x"/>',
    '<path class="x"/>',
    '<path href="x"/>',
    '<path xlink:href="x"/>',
    '<path xmlns="x"/>',
    '<path id="app"/>',
    `<path id="${ID}"/>`,
    '<g id="app"></g>',
    '<marker id="app"></marker>',
    '<path D="M0,0"/>',
    '<path tabindex="0"/>',
    '<path data-x="1"/>',
    '<path data-drauu_index="x"/>',
    '<path filter="none"/>',
    '<path fill="url(http://evil.example/x)"/>',
    '<path fill="url(//evil.example)"/>',
    '<path fill="URL(#x)"/>',
    '<path fill="url( #a)"/>',
    '<path fill="url(#a) url(#b)"/>',
    '<path fill="url(x)"/>',
    '<path fill="u\\72l(x)"/>',
    '<path fill="javascript:alert(1)"/>',
    '<path fill="data:x"/>',
    '<path fill="a;b"/>',
    '<path fill="a{b}"/>',
    '<path fill="&#117;rl(x)"/>',
    '<path fill="a\u0000"/>',
    '<path fill="红"/>',
    '<path fill="a\'b"/>',
    '<path d=M0/>',
    "<path d='M0'/>",
    '<path d="M0"d="M1"/>',
    '<path d="M0" d/>',
    '<path d="<script>"/>',
    '<path d="a>b"/>',
    '<path/d="M0"/>',
    '< path d="M0"/>',
    '<path d = "M0"/>',
    '<path\u00A0\u2028onload="x"/>',
    'text',
    ' ',
    '<path d="M0"/> ',
    '<path d="M0"/>text',
    '<g>text</g>',
    '<g> </g>',
    '&lt;',
    '&amp;',
    '<!-- x -->',
    '<!--><script>-->',
    '<![CDATA[x]]>',
    '<!DOCTYPE svg>',
    '<!ENTITY x "y">',
    '<?xml version="1.0"?>',
    '<?x ?>',
    ']]>',
    '\uFEFF<g></g>',
    '<g>',
    '</g>',
    '<g></path>',
    '<g><path></g></path>',
    '<g></g></g>',
    '</g><g>',
    '<path',
    '<path d="',
    '<',
    '>',
    '<>',
    '</>',
    '<g/ >',
    '</g/>',
    '</g d="M0">',
    '<g></g >x',
    '<g>'.repeat(9) + '</g>'.repeat(9),
  ])('is not %j', svg => {
    expect(isDrawing(svg)).toBe(false)
  })

  it('nests as deep as a pen does', () => {
    expect(isDrawing('<g>'.repeat(8) + '</g>'.repeat(8))).toBe(true)
  })
})

describe('a text made to take long', () => {
  const size = LIMITS.drawing
  const fill = (unit: string, end = ''): string => unit.repeat(Math.floor((size - end.length) / unit.length)) + end
  const texts: Record<string, string> = {
    blanks: `<path${fill(' ', '!')}`,
    'attributes without an end': `<path${fill(' d="M0,0"', '!')}`,
    'attributes far apart': `<path${fill(`${' '.repeat(200)}d=""`, '!')}`,
    'one long value': `<path d="${fill('0 ')}`,
    'one long value of url': `<path d="${fill('url')}"/>`,
    'one long name': `<path ${fill('a')}="x"/>`,
    'a long name with dashes': `<path ${fill('a-')}`,
    'a long tag': `<${fill('a')}`,
    'open tags': fill('<g>'),
    'ends of tags': fill('</g>'),
    'half tags': fill('<g'),
    slashes: `<path ${fill('/')}`,
    quotes: `<path d=${fill('"')}`,
    'a reference': `<path fill="url(#${fill('a')}"/>`,
    'an id': `<marker id="${fill('a-')}"/>`,
    'tabs and line ends': `<g${fill('\t\n\r ', '=')}`,
  }

  // Where time grew with the square of the length, this would take minutes.
  it.each(Object.keys(texts))('%s', { timeout: 2_000 }, name => {
    for (let count = 0; count < 50; count += 1) expect(isDrawing(texts[name]!)).toBe(false)
  })
})
