import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type FoundMap, parseMap } from './maps.ts'

const folderOf = (root: string): string => path.join(root, 'public')

/** Reads a map from a deck's `public/`. @param root folder of the deck */
export function readMap(root: string, src: string): FoundMap {
  const file = path.join(folderOf(root), src)
  if (existsSync(file)) return parseMap(readFileSync(file, 'utf8'), src)
  const others = mapFiles(root)
  const hint = others.length > 0 ? `；有：${others.join('、')}` : '，请把地图（各区域的 properties 里有 name）放到那里'
  return { problem: `没有地图 public/${src}${hint}` }
}

/** The maps in a deck's `public/`, by their names. */
export function mapFiles(root: string): string[] {
  const folder = folderOf(root)
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter(file => file.endsWith('.geojson'))
        .map(file => file.replaceAll('\\', '/'))
        .sort()
    : []
}
