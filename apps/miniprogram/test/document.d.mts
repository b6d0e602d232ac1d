/** A page of nothing, as a browser has it, for what is drawn in Node. */
export function openDocument(address?: string): Window & typeof globalThis
