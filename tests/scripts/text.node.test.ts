import { expect, it } from 'vitest'
import { safeDecode } from '../../scripts/lib/text.ts'

it.each([
  ['/%E7%BC%BA.png', '/缺.png'],
  ['/%E7%BC%BA10%.png', '/缺10%.png'],
  ['/缺10%.png', '/缺10%.png'],
  ['/a%2Fb%20c', '/a%2Fb c'],
  ['/%FF%E7', '/%FF%E7'],
])('decodes %s as far as it is encoded', (address, text) => {
  expect(safeDecode(address)).toBe(text)
})
