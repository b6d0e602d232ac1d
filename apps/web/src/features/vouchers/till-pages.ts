export { TakePage } from './take-page.tsx'
export { TillPage } from './till-page.tsx'
