export function buildKey(base: string): string
export function hash(content: string | Uint8Array): string
