import { createContext } from 'react'

/** What the heading above says, so that nobody reads the same words twice; a context is its own provider. */
export const TitleAbove = createContext<string | null>(null)
