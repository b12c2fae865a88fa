import path from 'node:path'
import process from 'node:process'
import { ENGINE_ROOT } from '../../model/engine.ts'

/** The guide to the day of the meeting, as it is reached from the folder that the command runs in. */
export const GUIDE = path.relative(process.cwd(), path.join(ENGINE_ROOT, 'docs', 'presenting.zh-CN.md'))
