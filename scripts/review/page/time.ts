/** A time as people here write it: 11-30 14:02; with its year where that is another one. */
export function timeText(iso: string, now = new Date()): string {
  const time = new Date(iso)
  const two = (number: number): string => String(number).padStart(2, '0')
  const day = `${two(time.getMonth() + 1)}-${two(time.getDate())} ${two(time.getHours())}:${two(time.getMinutes())}`
  return time.getFullYear() === now.getFullYear() ? day : `${time.getFullYear()}-${day}`
}
