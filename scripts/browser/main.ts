import { runCommand } from '../lib/command.ts'

await runCommand(async ({ host, life, log, print }) => {
  const { ensureBrowser } = await import('./ensure.ts')
  print(await ensureBrowser({ host, life, log }))
})
