export function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

export function optionalText(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

export function number(value: unknown): number {
  return typeof value === 'number' ? value : 0
}
