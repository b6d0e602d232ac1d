import { defineMessages } from '@azalea/client'

/** Where people reach the village. */
export const addressMessages = defineMessages('plates-admin.address', {
  zh: {
    title: '村里的网址',
    lead: '村民用手机打开哪个网址能到这里。牌子的码、公示单的码都印着它；换了网址，印好的牌子要重印。',
    address: '网址',
    hint: '比如 https://example.org；只在村里局域网用，比如 http://192.168.1.5:8080',
    bySettings: '服务器设置里已经写明：{{address}}。要改，请在服务器上改 AZALEA_PUBLIC_URL。',
    known: '现在印的是 {{address}}。',
    say: '登记这个网址',
    change: '换一个网址',
    print: '去打印牌子',
    missingTitle: '还不能打印：没有登记网址',
    missing: '这时候印出来的码，别人的手机扫了打不开。管理员先登记村里的网址。',
    missingAsk: '请管理员在“工作台 → 牌子 → 村里的网址”登记。',
  },
  en: {
    title: 'The village’s address',
    lead: 'The address at which people’s telephones reach this. The codes of plates and notices carry it; when it changes, plates have to be printed again.',
    address: 'Address',
    hint: 'Such as https://example.org; within the village’s own network, such as http://192.168.1.5:8080',
    bySettings:
      'The server’s settings name {{address}}. To change it, change AZALEA_PUBLIC_URL on the server.',
    known: 'What is printed carries {{address}}.',
    say: 'Enter this address',
    change: 'Change the address',
    print: 'Print plates',
    missingTitle: 'Nothing to print yet: no address was entered',
    missing:
      'Codes printed now could not be opened by anybody else’s telephone. The operator first enters the village’s address.',
    missingAsk: 'Ask the operator to enter it, under Workbench → Plates → The village’s address.',
  },
})
