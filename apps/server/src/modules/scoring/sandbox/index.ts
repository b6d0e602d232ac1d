export { sandboxSubmodule } from './submodule.ts'
