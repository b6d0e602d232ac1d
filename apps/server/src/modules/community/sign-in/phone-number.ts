/**
 * A mainland mobile number in its one written form (eleven digits), or null. Full-width digits,
 * spaces, dashes and the country code are forgiven.
 */
export function normalisePhone(typed: string): string | null {
  const digits = typed
    .normalize('NFKC')
    .replace(/[\s\-—–().·]/g, '')
    .replace(/^(\+|00)?86(?=1\d{10}$)/, '')
  return /^1[3-9]\d{9}$/.test(digits) ? digits : null
}

/** 138****5678 */
export function maskPhone(phone: string): string {
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`
}
