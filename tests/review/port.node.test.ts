import { createServer, type AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { review } from '../../scripts/review/review.ts'
import { temporaryFolder, testContext } from '../scripts/support/context.ts'

it('a port that is taken is found before the deck is read or built', async () => {
  const other = createServer()
  await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void other.close())
  const { port } = other.address() as AddressInfo
  const args = { source: [], port, by: null, open: false, sheet: undefined }
  // No deck is there.
  await expect(review(args, testContext(temporaryFolder()))).rejects.toThrow(`端口 ${port} 已经有别的程序在用`)
})
