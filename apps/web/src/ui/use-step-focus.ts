import { useLayoutEffect, useRef, type RefObject } from 'react'

/**
 * For the heading of a step that takes another's place without a change of page: it takes the
 * focus when it appears, so that a reader hears where one is. Give the step a key of its own.
 */
export function useStepFocus<Heading extends HTMLElement>(
  isStep = true,
): RefObject<Heading | null> {
  const heading = useRef<Heading>(null)
  useLayoutEffect(() => {
    if (isStep) heading.current?.focus()
  }, [isStep])
  return heading
}
