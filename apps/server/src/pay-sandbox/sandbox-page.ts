import type { SandboxPayment } from './sandbox-payments.ts'

/** Where WeChat Pay's own page would be: says that no money moves, and lets the visitor "pay". */
export function payPage(
  payment: SandboxPayment,
  seen: {
    readonly told: { readonly status: number } | null
    /** Where the merchant wants the customer back. */
    readonly back: string | null
    readonly now: Date
  },
): string {
  const yuan = (payment.totalFen / 100).toFixed(2)
  const isOpen = payment.state === 'NOTPAY' && new Date(payment.expiresAt) > seen.now
  const isPaid = payment.state === 'SUCCESS' || payment.state === 'REFUND'
  const said = isPaid
    ? '<p class="done">已支付 · Paid</p>'
    : isOpen
      ? `<form method="post"><button>支付 ¥${yuan} · Pay</button></form>`
      : '<p class="past">已关闭 · Closed: the time to pay is over</p>'
  const back =
    seen.back !== null && /^https?:\/\//.test(seen.back)
      ? `<p><a href="${escaped(seen.back)}">回到商家 · Back to the village</a></p>`
      : ''
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>沙箱支付</title>
<style>body{font:18px/1.6 system-ui,sans-serif;max-width:24rem;margin:3rem auto;padding:0 1rem;color:#222;background:#fff}
h1{font-size:1.2rem}.sum{font-size:2.6rem;margin:.5rem 0}button{font:inherit;width:100%;padding:.9rem;border:0;border-radius:.5rem;background:#17713f;color:#fff}
.done{color:#17713f;font-weight:600}.past{color:#555}small{color:#555}</style></head><body>
<h1>${escaped(payment.description)}</h1><p class="sum">¥${yuan}</p>${said}${back}
<p><small>演示用的支付沙箱，没有真的付钱。<br>A sandbox for the demonstration: no money moves.</small></p>
</body></html>`
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`)
}
