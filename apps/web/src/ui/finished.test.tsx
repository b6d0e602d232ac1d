import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { Finished } from './finished.tsx'

it('says what is so now and what comes next, and holds no button that sends anything', () => {
  const more = { label: '再登记一处', onMore: () => undefined }
  const html = renderToStaticMarkup(
    <Finished words="登记好了。" next={<a href="#/print/plates">去打印</a>} more={more} />,
  )
  expect(html).toContain('登记好了。')
  expect(html.indexOf('去打印')).toBeLessThan(html.indexOf('再登记一处'))
  expect(html).not.toContain('type="submit"')
})
