export { createSessionSource, sessionHashOf } from './resolve-session.ts'
