const two = (number: number): string => String(number).padStart(2, '0')

/** The day of a time, where this machine is: 2031-02-03. */
export function dayOf(iso: string): string {
  const time = new Date(iso)
  return [time.getFullYear(), time.getMonth() + 1, time.getDate()].map(two).join('-')
}

/** The same with its minute: 2031-02-03 12:05. */
export function fullTime(iso: string): string {
  const time = new Date(iso)
  return `${dayOf(iso)} ${two(time.getHours())}:${two(time.getMinutes())}`
}

/** The same in short, its year only where that is another one. */
export function timeText(iso: string, now = new Date()): string {
  const year = `${now.getFullYear()}-`
  const text = fullTime(iso)
  return text.startsWith(year) ? text.slice(year.length) : text
}
