import type { Icon as PhosphorIcon } from '@phosphor-icons/react'

/**
 * A Phosphor icon beside text; hidden from screen readers, since the text says it. Only the weights
 * `regular` and `fill` are in the build.
 */
export function Icon({
  of: Drawing,
  filled = false,
  large = false,
}: {
  of: PhosphorIcon
  filled?: boolean
  large?: boolean
}) {
  return (
    <Drawing
      aria-hidden="true"
      weight={filled ? 'fill' : 'regular'}
      size={large ? 'calc(var(--icon) * 1.6)' : 'var(--icon)'}
    />
  )
}
