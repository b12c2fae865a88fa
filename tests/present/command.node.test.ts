import { describe, expect, it } from 'vitest'
import { LIMITS } from '../../components/present/protocol.ts'
import { parseBody, parseCommand } from '../../scripts/present/http/requests.ts'

const parse = (text: string): unknown => parseCommand(JSON.parse(text))
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)

describe('a command', () => {
  it.each([
    '{"type":"next"}',
    '{"type":"prev","expectRev":7,"id":"a-1_B"}',
    '{"type":"goto","page":1}',
    '{"type":"goto","page":10000,"clicks":1000,"expectRev":0}',
    '{"type":"screen","screen":"black"}',
    '{"type":"screen","screen":"end","expectRev":3}',
    '{"type":"browse","on":false}',
    '{"type":"asking","on":true}',
    '{"type":"question","question":"q1","status":"removed"}',
    '{"type":"take"}',
    '{"type":"release","id":"x"}',
    '{"type":"pointer","pointer":null}',
    '{"type":"pointer","pointer":{"x":0,"y":100,"style":"laser"}}',
    '{"type":"draw","page":1,"svg":""}',
    '{"type":"timer","status":"paused"}',
    '{"type":"totals","totals":[]}',
    '{"type":"totals","totals":[0,3]}',
    '{"type":"totals","totals":[null,3]}',
  ])('%s', text => {
    expect(parse(text)).toEqual(JSON.parse(text))
  })

  it.each([
    'null',
    '1',
    '"next"',
    '[]',
    '{}',
    '{"type":null}',
    '{"type":"Next"}',
    '{"type":"__proto__"}',
    '{"type":"constructor"}',
    '{"type":["next"]}',
    '{"type":"goto"}',
    '{"type":"goto","page":-1}',
    '{"type":"goto","page":0}',
    '{"type":"goto","page":1e9}',
    '{"type":"goto","page":1e400}',
    '{"type":"goto","page":1.5}',
    '{"type":"goto","page":"1"}',
    '{"type":"goto","page":null}',
    '{"type":"goto","page":[1]}',
    '{"type":"goto","page":{"valueOf":1}}',
    '{"type":"goto","page":true}',
    '{"type":"goto","page":1,"clicks":-1}',
    '{"type":"goto","page":1,"clicks":1001}',
    '{"type":"goto","page":1,"clicks":null}',
    '{"type":"next","expectRev":-1}',
    '{"type":"next","expectRev":9007199254740993}',
    '{"type":"next","expectRev":"7"}',
    '{"type":"next","expectRev":null}',
    '{"type":"next","id":""}',
    '{"type":"next","id":"a b"}',
    `{"type":"next","id":"${'a'.repeat(41)}"}`,
    '{"type":"next","id":"\\ud800"}',
    '{"type":"next","id":1}',
    '{"type":"next","id":"a\\n"}',
    '{"type":"next","page":1}',
    '{"type":"take","expectRev":1}',
    '{"type":"screen"}',
    '{"type":"screen","screen":"dark"}',
    '{"type":"screen","screen":"__proto__"}',
    '{"type":"screen","screen":["black"]}',
    '{"type":"browse","on":1}',
    '{"type":"asking","on":"true"}',
    '{"type":"question","question":"q1"}',
    '{"type":"question","question":"q1","status":"asked"}',
    '{"type":"question","question":1,"status":"done"}',
    '{"type":"pointer"}',
    '{"type":"pointer","pointer":{}}',
    '{"type":"pointer","pointer":{"x":-0.1,"y":0,"style":"laser"}}',
    '{"type":"pointer","pointer":{"x":1e999,"y":0,"style":"laser"}}',
    '{"type":"pointer","pointer":{"x":0,"y":0,"style":"x"}}',
    '{"type":"pointer","pointer":{"x":0,"y":0,"style":"laser","z":0}}',
    '{"type":"pointer","pointer":[0,0,"laser"]}',
    '{"type":"draw","page":1}',
    '{"type":"draw","page":1,"svg":null}',
    '{"type":"draw","page":1,"svg":["<path/>"]}',
    '{"type":"draw","page":1,"svg":"\\ud800"}',
    '{"type":"draw","page":1,"svg":"<path d=\\"\\udfff\\"/>"}',
    '{"type":"timer"}',
    '{"type":"timer","status":"x"}',
    '{"type":"timer","status":"running","elapsed":1}',
    '{"type":"totals","totals":[-1]}',
    '{"type":"totals","totals":[1.5]}',
    '{"type":"totals","totals":{"0":1,"length":1}}',
    '{"type":"totals","totals":[[1]]}',
    '{"type":"totals","totals":["1"]}',
    '{"type":"next","__proto__":null}',
    '{"type":"next","__proto__":{"page":1}}',
    '{"__proto__":{"type":"next"}}',
    '{"type":"next","constructor":1}',
    '{"type":"next","toString":1}',
    '{"type":"next","hasOwnProperty":{}}',
    '{"type":"pointer","pointer":{"x":0,"y":0,"style":"laser","__proto__":{}}}',
    '{"type":"pointer","pointer":{"x":0,"y":0,"style":"laser","valueOf":[]}}',
  ])('is not %s', text => {
    expect(parse(text)).toBeUndefined()
  })

  it('is nothing that is nested 10 000 deep, wherever', () => {
    const deep = nested(10_000)
    for (const text of [
      deep,
      `{"type":${deep}}`,
      `{"type":"next","x":${deep}}`,
      `{"type":"next","toString":${deep}}`,
      `{"type":"totals","totals":${deep}}`,
      `{"type":"pointer","pointer":${deep}}`,
      `{"type":"next","__proto__":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}`,
    ])
      expect(parse(text)).toBeUndefined()
  })

  it('is nothing that is too long', () => {
    expect(parseCommand({ type: 'totals', totals: Array(10_001).fill(0) })).toBeUndefined()
    expect(
      parseCommand({ type: 'draw', page: 1, svg: '<path d="M0,0"></path>'.repeat(LIMITS.drawing / 22 + 1) }),
    ).toBeUndefined()
  })
})

describe('the body of a pairing', () => {
  it.each(['手机', '李雷的 iPhone（会场）', 'a-b_c·d'])('names a device %s', name => {
    expect(parseBody('pair', { code: 'x', name })).toEqual({ code: 'x', name })
  })

  it.each([
    '',
    ' ',
    'x'.repeat(21),
    '<b>',
    'a"b',
    'a\nb',
    'a\r\nSet-Cookie: x',
    '\u202Eabc',
    '\u200B',
    'a\u0300'.repeat(3),
    '\uD800',
    '😀',
    'a\0',
  ])('does not name it %j', name => {
    expect(parseBody('pair', { code: 'x', name })).toBeUndefined()
  })

  it.each(
    [
      null,
      [],
      'x',
      { code: '' },
      { code: 1 },
      { code: ['x'] },
      { code: 'x'.repeat(65) },
      { code: 'x', y: 1 },
      { name: 'x' },
    ].map(body => [JSON.stringify(body), body] as const),
  )('is not %s', (_, body) => {
    expect(parseBody('pair', body)).toBeUndefined()
  })

  it.each([
    ['一句问话', '一句问话'],
    ['  前后的空白\t', '前后的空白'],
    ['两行\r\n合成一行', '两行 合成一行'],
    ['控\u0000制\u001b字\u202e符', '控制字符'],
    ['😀'.repeat(200), '😀'.repeat(200)],
  ])('a question %j is read as %j', (text, read) => {
    expect(parseBody('ask', { text })).toEqual({ text: read })
  })

  it.each([{}, { text: 1 }, { text: '' }, { text: ' \n ' }, { text: '\u0000\u202e' }, { text: '字'.repeat(201) }])(
    'no question is %j',
    body => {
      expect(parseBody('ask', body)).toBeUndefined()
    },
  )

  it('and of its end', () => {
    expect(parseBody('unpair', {})).toEqual({})
    expect(parseBody('unpair', { device: 'abc' })).toEqual({ device: 'abc' })
    for (const body of [null, [], { device: 1 }, { device: 'x'.repeat(41) }, { devices: [] }])
      expect(parseBody('unpair', body)).toBeUndefined()
  })
})
