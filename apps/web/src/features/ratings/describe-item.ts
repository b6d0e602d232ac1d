// A door of its own, so that the bundler drops what nobody uses of the calibration: asked for as a
// whole, `await import('@azalea/scoring')` brings its lint and its importers into every page.
export { describeItem } from '@azalea/scoring'
