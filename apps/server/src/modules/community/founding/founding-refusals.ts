/** Why a village cannot be founded, or not at that address. */
export const foundingRefusals = {
  already_set_up: {
    kind: 'conflict',
    zh: '这里已经建好了村，不用再设置。',
    en: 'A village has already been set up here.',
  },
  wrong_setup_token: {
    kind: 'forbidden',
    zh: '口令不对。口令打印在服务器启动时的屏幕上，照着再填一遍。',
    en: 'The set-up code is wrong. It is printed on the screen where the server was started.',
  },
  founders_share_phone: {
    kind: 'invalid',
    zh: '“{one}”和“{other}”填的是同一个手机号。一个号码只能是一个人的，请改其中一个。',
    en: '“{one}” and “{other}” have the same telephone. A number belongs to one person; please change one of them.',
  },
  unknown_division: {
    kind: 'invalid',
    zh: '清单里没有这个区划代码，请同时填写村名和乡镇名。',
    en: 'This division code is not in the list; please give the names of the village and the town as well.',
  },
  public_url_without_scheme: {
    kind: 'invalid',
    zh: '网址要从 http:// 或 https:// 写起，比如 http://192.168.1.5:8080。',
    en: 'Write the address with its http:// or https://, such as http://192.168.1.5:8080.',
  },
  bad_public_url: {
    kind: 'invalid',
    zh: '请写别的手机也打得开的网址，比如 https://example.org 或 http://192.168.1.5:8080。',
    en: 'Please give an address that other telephones can open, such as https://example.org or http://192.168.1.5:8080.',
  },
} as const
