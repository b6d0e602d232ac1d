/**
 * Loads a sheet of styles that only some pages need (`import sheet from './market.css?url'`) and
 * resolves once it applies, so that no page is seen without its styles. The product's one sheet,
 * which everybody loads first, stays small.
 * @throws Error when it cannot be fetched
 */
export async function loadStyles(href: string): Promise<void> {
  if (document.querySelector(`link[href="${CSS.escape(href)}"]`) !== null) return
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = href
  await new Promise<void>((resolve, reject) => {
    link.onload = () => resolve()
    link.onerror = () => {
      link.remove()
      reject(new Error(`no styles at ${href}`))
    }
    document.head.append(link)
  })
}
