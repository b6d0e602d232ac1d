import { JSDOM } from 'jsdom'

/** A page of nothing, as a browser has it, for what is drawn in Node. */
export function openDocument(address = 'http://localhost/') {
  return new JSDOM('<!doctype html><body></body>', { url: address, pretendToBeVisual: true }).window
}
