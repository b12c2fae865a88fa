import process from 'node:process'
import { runCommand } from '../../../lib/command.ts'
import { parsePresentArgs } from '../../../present/args.ts'
import { pairingLines } from '../../../present/announce.ts'
import { serveEdge } from '../../../present/edge.ts'
import { present } from '../../../present/present.ts'
import { prepareSites } from '../../../present/sites.ts'

// What `npm run present` does, with a meeting of its own: the one that people have in this folder is left alone.
//   node server.ts STATE-FOLDER SITES-FOLDER|'' [arguments of npm run present]
await runCommand(process.argv.slice(2), async context => {
  const [folder = '', sites = '', ...rest] = context.args
  const args = parsePresentArgs(rest)
  const prepare =
    sites === ''
      ? prepareSites
      : ((async variants => variants.map(variant => `${sites}/${variant}`)) as typeof prepareSites)
  const setting = { folder, prepare }
  if (args.edge) {
    const { urls } = await serveEdge(args, context, setting)
    urls.forEach(context.print)
  } else {
    const { urls, codes } = await present(args, context, setting)
    for (let count = 0; count < 2; count += 1)
      pairingLines(urls()[0]!, codes.issue(), { qr: false }).forEach(context.print)
  }
  context.print('READY')
  // Without the bench nobody would end it.
  process.on('disconnect', () => process.exit())
  await new Promise(() => {})
})
